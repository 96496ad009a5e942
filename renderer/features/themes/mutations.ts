import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Code, Framework, Outcome, Theme } from '../../../shared/model/entities.ts';
import type { CodeId, OutcomeId, ThemeId } from '../../../shared/model/ids.ts';
import type { ThemeStatus } from '../../../shared/model/kinds.ts';
import { useOfferUndo } from '../../app/undo.ts';
import type { Client } from '../../client/client.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { announce } from '../../ui/announce.ts';
import { counted } from '../../ui/words.ts';
import { awaitCard } from './awaited.ts';
import { type Beside, namedOr, orderAfterDrop, orderAfterStep, statusNames } from './board.ts';
import { withAdded } from './order.ts';

export type ThemeText = Partial<Pick<Theme, 'name' | 'concept' | 'definition'>>;
type NewTheme = Pick<Theme, 'name' | 'concept' | 'status'> & { readonly codes: readonly CodeId[] };
/** What an act has to say when it is done, and how many commands it took. Said null: it shows by itself. */
type Done = { readonly said: string | null; readonly steps?: number };

/** One act after the other: each builds on what the one before has left, and its undo takes back that act alone. */
let last: Promise<unknown> = Promise.resolve();

/** Everything this place changes in a study; the same object as long as the study is open. */
export function useThemeActs(): ThemeActs {
  const client = useClient();
  const { handle: study } = useStudy();
  const queries = useQueryClient();
  const offerUndo = useOfferUndo();
  const latest = useRef(offerUndo);
  latest.current = offerUndo;
  return useMemo(
    () => themeActs(client, study, queries, (said, steps) => latest.current(said, steps)),
    [client, study, queries],
  );
}

export type ThemeActs = ReturnType<typeof themeActs>;

/**
 * What is on the page changes at once, before the core has answered; where the core refuses, it is read again.
 * Each act rejects with the core's own words (CallError). An act of one command has then changed nothing; of several themes, those before the refused one are changed, and History has them.
 */
function themeActs(
  client: Client,
  study: string,
  queries: QueryClient,
  offerUndo: (said: string, steps?: number) => Promise<void>,
) {
  const run = <T>(work: () => Promise<Done & { readonly result?: T }>): Promise<T | undefined> => {
    const mine = last.then(async () => {
      try {
        const { said, steps, result } = await work();
        if (said !== null) await offerUndo(said, steps);
        return result;
      } catch (thrown) {
        void queries.invalidateQueries({ queryKey: keys.themes(study) });
        void queries.invalidateQueries({ queryKey: keys.framework(study) });
        throw thrown;
      }
    });
    last = mine.catch(() => undefined);
    return mine;
  };
  const themes = () => queries.getQueryData<readonly Theme[]>(keys.themes(study)) ?? [];
  const show = (next: readonly Theme[]) => {
    void queries.cancelQueries({ queryKey: keys.themes(study) });
    queries.setQueryData(keys.themes(study), next);
  };
  const change = (id: ThemeId, fields: Partial<Theme>) =>
    show(themes().map(theme => (theme.id === id ? { ...theme, ...fields } : theme)));
  /** The theme as it is by now; as it was shown, where it has gone in the meantime, for the core to refuse. */
  const now = (theme: Theme): Theme => themes().find(one => one.id === theme.id) ?? theme;

  const update = async (theme: Theme, fields: ThemeText & { readonly status?: ThemeStatus }) => {
    const { id, name, concept, definition, status } = { ...now(theme), ...fields };
    change(id, fields);
    await client.call('theme.update', { study, theme: id, name, concept, definition, status });
  };
  const putOrder = async (order: readonly ThemeId[]) => {
    const place = new Map(order.map((id, index) => [id, index]));
    show([...themes()].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)));
    await client.call('theme.order', { study, themes: [...order] });
  };
  const putOutcomes = async (theme: Theme, outcomes: readonly OutcomeId[]) => {
    change(theme.id, { outcomes });
    await client.call('theme.setOutcomes', { study, theme: theme.id, outcomes: [...outcomes] });
  };
  const putCodes = async (theme: Theme, codes: readonly CodeId[]) => {
    change(theme.id, { codes });
    await client.call('theme.setCodes', { study, theme: theme.id, codes: [...codes] });
  };

  return {
    create: ({ codes, ...fields }: NewTheme) =>
      run(async () => {
        const result = await client.call('theme.create', { study, ...fields, codes: [...codes] });
        return { result, said: `Made the theme “${result.name}”.` };
      }),

    write: (theme: Theme, text: ThemeText) =>
      run(async () => {
        await update(theme, text);
        return { said: text.name === undefined ? `Changed “${theme.name}”.` : `Renamed “${theme.name}”.` };
      }),

    /** With `follow`, from its card: the focus goes with the card to its new column. */
    setStatus: (theme: Theme, status: ThemeStatus, follow = false) =>
      run(async () => {
        if (now(theme).status === status) return { said: null };
        if (follow) awaitCard({ id: theme.id, status });
        try {
          await update(theme, { status });
        } catch (thrown) {
          awaitCard(null);
          throw thrown;
        }
        return { said: `“${theme.name}” is now ${status}.` };
      }),

    /** Puts themes into a column, beside one of its cards or at its end. */
    place: (moved: readonly Theme[], status: ThemeStatus, beside: Beside) =>
      run(async () => {
        const order = orderAfterDrop(themes(), new Set(moved.map(theme => theme.id)), status, beside);
        const changing = moved.filter(theme => now(theme).status !== status);
        for (const theme of changing) await update(theme, { status });
        if (order) await putOrder(order);
        const steps = changing.length + (order ? 1 : 0);
        if (steps === 0) return { said: null };
        const who = namedOr(moved, 'themes');
        const verb = moved.length === 1 ? 'is' : 'are';
        return { said: changing.length > 0 ? `${who} ${verb} now ${status}.` : `Moved ${who}.`, steps };
      }),

    /** One place up or down in its column, from the keys: said where it stands now, undone by Ctrl+Z. */
    step: (theme: Theme, by: -1 | 1) =>
      run(async () => {
        const order = orderAfterStep(themes(), theme.id, by);
        if (order) await putOrder(order);
        const { status } = now(theme);
        const column = themes().filter(one => one.status === status);
        const place = column.findIndex(one => one.id === theme.id) + 1;
        announce(`“${theme.name}”, ${place} of ${column.length} in ${statusNames[status]}`);
        return { said: null };
      }),

    addCodes: (theme: Theme, added: readonly Code[]) =>
      run(async () => {
        const { codes, name } = now(theme);
        const fresh = added.filter(code => !codes.includes(code.id));
        if (fresh.length === 0) return { said: null };
        await putCodes(
          theme,
          withAdded(
            codes,
            fresh.map(code => code.id),
          ),
        );
        return { said: `Put ${namedOr(fresh, 'codes')} in “${name}”.` };
      }),

    removeCode: (theme: Theme, code: Code) =>
      run(async () => {
        await putCodes(
          theme,
          now(theme).codes.filter(id => id !== code.id),
        );
        return { said: `Took “${code.name}” out of “${theme.name}”.` };
      }),

    orderCodes: (theme: Theme, codes: readonly CodeId[]) =>
      run(async () => {
        await putCodes(theme, codes);
        return { said: null };
      }),

    addOutcome: (under: readonly Theme[], outcome: Outcome) =>
      run(async () => {
        const fresh = under.filter(theme => !now(theme).outcomes.includes(outcome.id));
        for (const theme of fresh) await putOutcomes(theme, [...now(theme).outcomes, outcome.id]);
        if (fresh.length === 0) return { said: null };
        return { said: `Placed ${namedOr(fresh, 'themes')} under ${titled(outcome)}.`, steps: fresh.length };
      }),

    removeOutcome: (theme: Theme, outcome: Outcome) =>
      run(async () => {
        await putOutcomes(
          theme,
          now(theme).outcomes.filter(id => id !== outcome.id),
        );
        return { said: `Took “${theme.name}” from ${titled(outcome)}.` };
      }),

    /** Order of weight of a theme's outcomes. */
    orderOutcomes: (theme: Theme, outcomes: readonly OutcomeId[]) =>
      run(async () => {
        await putOutcomes(theme, outcomes);
        return { said: null };
      }),

    /** Report order of the themes under an outcome. */
    orderUnder: (outcome: Outcome, order: readonly ThemeId[]) =>
      run(async () => {
        void queries.cancelQueries({ queryKey: keys.framework(study) });
        queries.setQueryData<Framework>(
          keys.framework(study),
          framework =>
            framework && {
              ...framework,
              outcomes: framework.outcomes.map(one => (one.id === outcome.id ? { ...one, themes: order } : one)),
            },
        );
        await client.call('outcome.order', { study, outcome: outcome.id, themes: [...order] });
        return { said: null };
      }),

    remove: (theme: Theme) =>
      run(async () => {
        await client.call('theme.remove', { study, theme: theme.id });
        const kept = theme.codes.length > 0 ? ` Its ${counted(theme.codes.length, 'code')} stay in the study.` : '';
        return { said: `Removed the theme “${theme.name}”.${kept}` };
      }),
  };
}

const titled = (outcome: Outcome): string => `outcome ${outcome.number}, ${outcome.title}`;
