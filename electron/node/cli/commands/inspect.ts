import { count } from '../../plain.ts';
import { figures, heading, lines } from '../format.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import { withStudy } from '../study.ts';

/** How much the study holds. */
export function stats(host: CliHost, path: string, options: CommonOptions): Promise<Said> {
  return withStudy(host, path, options, async (call, { handle, title }) => {
    const document = await call('study.stats', { study: handle });
    const rows = Object.entries(document).map(([name, number]) => [heading(name), number] as const);
    return { document, text: `${title}\n${figures(rows)}` };
  });
}

/** Whether the study is whole. Each finding is a message, and any makes the exit code 1. */
export function check(host: CliHost, path: string, options: CommonOptions): Promise<Said> {
  return withStudy(host, path, options, async (call, { handle, title }) => {
    const report = await call('study.check', { study: handle });
    const checked = Object.entries(report.checked).map(([name, number]) => `${name} ${number.toLocaleString('en-GB')}`);
    const verdict = report.ok ? 'nothing is wrong' : count(report.findings.length, 'problem');
    return {
      document: report,
      text: lines([`${title}: ${verdict}.`, `Checked: ${checked.join(', ')}.`]),
      messages: report.findings.map(({ code, message }) => `${code}: ${message}`),
      partly: !report.ok,
    };
  });
}
