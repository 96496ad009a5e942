import type { AcceptedFinding, DisclosureReport, Finding } from '../../model/disclosure.ts';
import { cannotSee } from './unseen.ts';

/** What the check found, with what the team goes along with, what was looked at, and what can't be seen. An acceptance counts only for the very finding it was given for. */
export function disclosureReport(input: {
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly quotes: readonly { readonly source: string; readonly label: string }[];
  readonly least: number;
  readonly names: boolean;
  readonly asSpoken: boolean;
  readonly attributes: boolean;
}): DisclosureReport {
  const accepted = new Map(input.accepted.map(one => [one.finding, one]));
  const findings = input.findings.map(one => ({ ...one, accepted: accepted.get(one.key) ?? null }));
  const open = findings.filter(one => one.accepted === null);
  return {
    findings,
    counts: {
      blocking: open.filter(one => one.level === 'blocking').length,
      advice: open.filter(one => one.level === 'advice').length,
      accepted: findings.length - open.length,
    },
    checked: {
      quotes: input.quotes.length,
      sources: new Set(input.quotes.map(quote => quote.source)).size,
      labels: new Set(input.quotes.map(quote => quote.label)).size,
    },
    least: input.least,
    unseen: cannotSee(input),
  };
}
