import type { Finding } from '../../model/disclosure.ts';

/** One line for each finding that is advice, to be told beside an export that goes on. Accepted ones are left out by the caller. */
export function adviceLines(findings: readonly Finding[]): readonly string[] {
  return findings.filter(one => one.level === 'advice').map(one => `Advice: ${one.message}`);
}

/** One line for each finding that blocks, with its key, by which it can be accepted, and what to do. */
export function blockingLines(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(one => one.level === 'blocking')
    .map(one => `Blocking: ${one.message} ${one.remedy} [${one.key}]`);
}
