import type { Page } from '@playwright/test';

/** What went wrong in a page without anybody seeing it: errors, warnings and failed requests. Filled as the page lives. */
export function watchProblems(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(`error: ${error.stack ?? error.message}`));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') {
      problems.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  return problems;
}
