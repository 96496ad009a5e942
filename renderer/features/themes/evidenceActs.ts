import type { Theme } from '../../../shared/model/entities.ts';
import type { CodeId, ThemeId } from '../../../shared/model/ids.ts';
import type { Advice, AdviceKind, Relation, Stance, Verdict } from '../../../shared/model/themes.ts';
import { placeOfKey } from '../../../shared/text/quoteLinks.ts';
import { announce } from '../../ui/announce.ts';
import type { Acting } from './acting.ts';
import { stanceNames, verdictNames } from './stances.ts';

export type GivenVerdict = {
  readonly extract: string;
  readonly verdict: Verdict;
  readonly toTheme?: ThemeId;
  readonly note?: string;
};

/** What is said of a theme: of its extracts, of its relations, and of the advice about it. */
export function evidenceActs(on: Acting) {
  const { client, study, run } = on;
  return {
    /** Marks an extract for or against a theme; null takes the mark off. From the keys: said, and undone by Ctrl+Z. */
    mark: (theme: Theme, extract: string, stance: Stance | null) =>
      run(async () => {
        await client.call('theme.mark', { study, theme: theme.id, extracts: [extract], stance });
        announce(stance === null ? 'Mark taken off' : `Marked: ${stanceNames[stance].toLowerCase()}`);
        return { said: null };
      }),

    /** Keeps a verdict; said, and undone by Ctrl+Z. */
    judge: (theme: Theme, given: GivenVerdict) =>
      run(async () => {
        await client.call('theme.verdict', { study, theme: theme.id, ...given });
        announce(`${verdictNames[given.verdict]}, kept`);
        return { said: null };
      }),

    /** Codes words that a theme lacks, so that they come into it. */
    codeFor: (code: { readonly id: CodeId; readonly name: string }, extract: string) =>
      run(async () => {
        const place = placeOfKey(extract);
        if (!place) throw new Error(`“${extract}” names no words of a source.`);
        await client.call('coding.apply', { study, ...place, codes: [code.id] });
        return { said: `Coded as “${code.name}”.` };
      }),

    relate: (from: Theme, to: Theme, kind: string, note: string) =>
      run(async () => {
        await client.call('relation.create', { study, from: from.id, to: to.id, kind, note });
        return { said: `“${from.name}” ${kind} “${to.name}”.` };
      }),

    changeRelation: (relation: Relation, from: Theme, to: Theme, kind: string, note: string) =>
      run(async () => {
        await client.call('relation.update', { study, relation: relation.id, from: from.id, to: to.id, kind, note });
        return { said: `Changed the relation: “${from.name}” ${kind} “${to.name}”.` };
      }),

    unrelate: (relation: Relation) =>
      run(async () => {
        await client.call('relation.remove', { study, relation: relation.id });
        return { said: 'Removed the relation.' };
      }),

    setAside: (theme: ThemeId, kind: AdviceKind, reason: string) =>
      run(async () => {
        await client.call('advice.dismiss', { study, theme, kind, reason });
        return { said: 'Set the advice aside.' };
      }),

    recall: ({ theme, kind }: Advice) =>
      run(async () => {
        await client.call('advice.recall', { study, theme, kind });
        return { said: null };
      }),
  };
}
