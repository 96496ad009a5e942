import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** In the dark and in high contrast the page is the same but for its colours, so only the rules on those are asked; high contrast has to have 7:1. */
const colourRules: Readonly<Record<string, readonly string[]>> = {
  dark: ['color-contrast', 'link-in-text-block'],
  contrast: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'],
};

/**
 * Axe finds nothing on the page, or on a part of it (a CSS selector). A test whose title, or that of what it stands in, has the word "dark" or "contrast" is about those colours.
 * The test goes on after a fault, so that it names all of them; `where` says on which screen each was found.
 */
export async function clean(page: Page, where: string, part = 'html'): Promise<void> {
  const words = test.info().titlePath.flatMap(title => title.split(/\W+/));
  const rules = words.flatMap(word => colourRules[word] ?? []);
  // What fades in has other colours until it is there; an animation that is taken away rejects.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(one => Number.isFinite(one.effect?.getComputedTiming().endTime))
        .map(one => one.finished),
    ).then(() => null),
  );
  const builder = new AxeBuilder({ page }).include(part);
  const { violations } = await (rules.length === 0 ? builder : builder.withRules(rules)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`);
  expect.soft(found, where).toEqual([]);
}
