import { resolve } from 'node:path';
import type { ThemeRowReport } from '../../../../shared/api/outputs/theme.ts';
import type { Framework, Source, Theme } from '../../../../shared/model/entities.ts';
import { count } from '../../plain.ts';
import { checkedToPrint, openGiven } from '../checked.ts';
import { lines } from '../format.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import type { KeyOptions } from '../key.ts';
import { type Call, withStudy } from '../study.ts';

export type ThemesOptions = CommonOptions & KeyOptions & { readonly import?: string };

/** A theme as `themes --json` prints it and `themes --import` takes it: contract. Codes, parent and sources by name, outcomes by number. */
type ThemeDocument = {
  readonly id: string;
  readonly name: string;
  readonly status: Theme['status'];
  readonly concept: string;
  readonly definition: string;
  readonly isNot: string;
  readonly narrative: string;
  readonly role: string | null;
  readonly parent: string | null;
  readonly parked: boolean;
  readonly codes: readonly string[];
  /** Of the main framework, in order of weight. */
  readonly outcomes: readonly number[];
  readonly links: readonly {
    readonly framework: string;
    readonly number: number;
    readonly title: string;
    readonly primary: boolean;
    readonly reason: string | null;
  }[];
  /** Words of interviewers are left out of all figures. */
  readonly evidence: {
    readonly extracts: number;
    readonly sources: readonly string[];
    readonly participants: number;
    readonly groups: readonly string[];
    readonly phases: readonly number[];
    readonly supports: number;
    readonly qualifies: number;
    readonly contrary: number;
  };
};

/** The themes: printed in board order, or made and changed by a table. A row that can't be taken makes the run partial. */
export function themes(host: CliHost, path: string, options: ThemesOptions): Promise<Said> {
  return withStudy(host, path, options, async (call, { handle: study }) => {
    if (options.import !== undefined) {
      const file = { path: resolve(host.cwd, options.import) };
      return imported(await call('theme.import', { study, file }));
    }
    await openGiven(host, call, study, options);
    const document = await documents(call, study);
    const messages = await checkedToPrint(call, study, 'the themes', document);
    return { document, text: lines(document.map(summary)), messages };
  });
}

async function documents(call: Call, study: string): Promise<readonly ThemeDocument[]> {
  const all = await call('theme.list', { study });
  const codes = new Map((await call('code.list', { study })).map(code => [code.id, code.name]));
  const sources = new Map((await call('source.list', { study })).map(source => [source.id, source]));
  const frameworks = await call('framework.list', { study });
  const names = new Map(all.map(theme => [theme.id, theme.name]));
  return all.map(theme => ({
    id: theme.id,
    name: theme.name,
    status: theme.status,
    concept: theme.concept,
    definition: theme.definition,
    isNot: theme.isNot,
    narrative: theme.narrative,
    role: theme.role,
    parent: theme.parent === null ? null : (names.get(theme.parent) ?? null),
    parked: theme.parked,
    codes: theme.codes.flatMap(code => codes.get(code) ?? []),
    outcomes: theme.outcomes.flatMap(id => frameworks[0]?.outcomes.find(one => one.id === id)?.number ?? []),
    links: linksOf(theme, frameworks),
    evidence: evidenceOf(
      theme,
      theme.evidence.sources.flatMap(id => sources.get(id) ?? []),
    ),
  }));
}

function linksOf(theme: Theme, frameworks: readonly Framework[]): ThemeDocument['links'] {
  return theme.links.flatMap(link => {
    const framework = frameworks.find(one => one.outcomes.some(outcome => outcome.id === link.outcome));
    const entry = framework?.outcomes.find(outcome => outcome.id === link.outcome);
    if (!framework || !entry) return [];
    const { number, title } = entry;
    return [{ framework: framework.title, number, title, primary: link.primary, reason: link.reason }];
  });
}

function evidenceOf({ evidence }: Theme, sources: readonly Source[]): ThemeDocument['evidence'] {
  const { extracts, participants, supports, qualifies, contrary } = evidence;
  const groups = [...new Set(sources.flatMap(source => source.group ?? []))];
  const phases = [...new Set(sources.flatMap(source => source.phase ?? []))].sort((a, b) => a - b);
  const files = sources.map(source => source.fileName);
  return { extracts, sources: files, participants, groups, phases, supports, qualifies, contrary };
}

function summary({ name, status, outcomes, evidence, parked }: ThemeDocument): string {
  const parts = [
    status,
    outcomes.length === 0 ? 'no outcome' : `${outcomes.length === 1 ? 'outcome' : 'outcomes'} ${outcomes.join(', ')}`,
    count(evidence.extracts, 'extract'),
    count(evidence.sources.length, 'source'),
    ...(evidence.contrary > 0 ? [`${evidence.contrary.toLocaleString('en-GB')} contrary`] : []),
    ...(parked ? ['parked'] : []),
  ];
  return `${name}  (${parts.join(', ')})`;
}

function imported(rows: readonly ThemeRowReport[]): Said {
  const of = (status: ThemeRowReport['status']) => rows.filter(row => row.status === status);
  const rejected = of('rejected');
  const told = rows.filter(row => row.status !== 'rejected' && row.message.includes('left where it is'));
  return {
    document: rows,
    text: lines([
      `Made ${count(of('made').length, 'theme')}, changed ${of('changed').length}, left ${of('same').length} as they are.`,
    ]),
    messages: [
      ...rejected.map(row => `Row ${row.row} (${row.name || 'no name'}): ${row.message} Left out.`),
      ...told.map(row => `Row ${row.row} (${row.name}): ${row.message}`),
    ],
    partly: rejected.length > 0 || told.length > 0,
  };
}
