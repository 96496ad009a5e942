import type { Code, Theme } from '../../../shared/model/entities.ts';
import type { CodeId, ThemeId } from '../../../shared/model/ids.ts';
import type { ThemeStatus } from '../../../shared/model/kinds.ts';
import { announce } from '../../ui/announce.ts';
import type { Acting } from './acting.ts';
import { awaitCard } from './awaited.ts';
import { type Beside, namedOr, nameOfParked, orderAfterDrop, orderAfterStep, peersOf, statusNames } from './board.ts';
import { withAdded } from './order.ts';

export type ThemeText = Partial<Pick<Theme, 'name' | 'concept' | 'definition' | 'isNot' | 'narrative' | 'role'>>;
type NewTheme = Pick<Theme, 'name' | 'concept' | 'status'> & {
  readonly codes: readonly Code[];
  /** The theme that the codes leave. */
  readonly from: ThemeId | null;
};

/** Where themes go, in one act. What is not given stays as it is. */
export type Arranging = {
  readonly status?: ThemeStatus;
  readonly parked?: boolean;
  readonly parent?: ThemeId | null;
  /** Where in the column: beside a card, or null for its end. */
  readonly beside?: Beside;
  /** By a key on the card: the focus goes with it to its new column. */
  readonly follow?: boolean;
  /** Why a step is taken although it is not ready. */
  readonly reason?: string;
};

/** What is written in themes, and where they stand on the board. */
export function boardActs(on: Acting) {
  const { client, study, run, themes, now } = on;
  const withoutCodes = (theme: ThemeId, gone: readonly Code[]) => {
    const ids = new Set(gone.map(code => code.id));
    const codes = themes().find(one => one.id === theme)?.codes ?? [];
    on.change(theme, { codes: codes.filter(id => !ids.has(id)) });
  };
  return {
    create: ({ codes, from, ...fields }: NewTheme) =>
      run(async () => {
        if (from !== null) withoutCodes(from, codes);
        const result = await client.call('theme.create', {
          study,
          ...fields,
          codes: codes.map(code => code.id),
          ...(from !== null && { from }),
        });
        return { result, said: `Made the theme “${result.name}”.` };
      }),

    /** Puts codes aside as a parked theme of their own, called by them; `from`: the theme they leave. */
    parkCodes: (codes: readonly Code[], from: Theme | null) =>
      run(async () => {
        const name = nameOfParked(codes, themes());
        if (from) withoutCodes(from.id, codes);
        await client.call('theme.create', {
          study,
          name,
          parked: true,
          codes: codes.map(code => code.id),
          ...(from && { from: from.id }),
        });
        return { said: `Parked ${namedOr(codes, 'codes')}${from ? ` of “${from.name}”` : ''}.` };
      }),

    write: (theme: Theme, text: ThemeText) =>
      run(async () => {
        on.change(theme.id, text);
        await client.call('theme.update', { study, theme: theme.id, ...text });
        return { said: text.name === undefined ? `Changed “${theme.name}”.` : `Renamed “${theme.name}”.` };
      }),

    /** Says nothing: what is written at length is saved as it is written. */
    writeNarrative: (theme: Theme, narrative: string) =>
      run(async () => {
        on.change(theme.id, { narrative });
        await client.call('theme.update', { study, theme: theme.id, narrative });
        return { said: null };
      }),

    /** @throws CallError `refused` with `details.missing` where a step is not ready and no reason is given. */
    arrange: (moved: readonly Theme[], { beside, follow, reason, ...to }: Arranging) =>
      run(async () => {
        const ids = new Set(moved.map(theme => theme.id));
        const changing = moved.map(now).filter(theme => differs(theme, to));
        const status = to.status ?? moved[0]?.status;
        const order =
          beside === undefined || status === undefined ? null : orderAfterDrop(themes(), ids, status, beside);
        if (changing.length === 0 && !order) return { said: null };
        const [only] = moved;
        if (follow && only) awaitCard({ id: only.id, status: to.status ?? only.status });
        const place = new Map((order ?? []).map((id, index) => [id, index]));
        const next = themes().map(theme => (ids.has(theme.id) ? { ...theme, ...to } : theme));
        on.show(order ? next.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)) : next);
        try {
          await client.call('theme.arrange', {
            study,
            themes: changing.map(theme => theme.id),
            ...to,
            ...(order && { order: [...order] }),
            ...(reason !== undefined && { reason }),
          });
        } catch (thrown) {
          awaitCard(null);
          throw thrown;
        }
        return { said: arrangedWords(moved, changing, to, themes()) };
      }),

    /** One place up or down in its column, from the keys: said where it stands now, undone by Ctrl+Z. */
    step: (theme: Theme, by: -1 | 1) =>
      run(async () => {
        const order = orderAfterStep(themes(), theme.id, by);
        if (order) {
          const place = new Map(order.map((id, index) => [id, index]));
          on.show([...themes()].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)));
          await client.call('theme.order', { study, themes: [...order] });
        }
        const column = peersOf(themes(), now(theme));
        const at = column.findIndex(one => one.id === theme.id) + 1;
        announce(`“${theme.name}”, ${at} of ${column.length} in ${statusNames[now(theme).status]}`);
        return { said: null };
      }),

    addCodes: (theme: Theme, added: readonly Code[]) =>
      run(async () => {
        const { codes, name } = now(theme);
        const fresh = added.filter(code => !codes.includes(code.id));
        if (fresh.length === 0) return { said: null };
        const add = fresh.map(code => code.id);
        on.change(theme.id, { codes: withAdded(codes, add) });
        await client.call('theme.moveCodes', { study, theme: theme.id, add });
        return { said: `Put ${namedOr(fresh, 'codes')} in “${name}”.` };
      }),

    removeCodes: (theme: Theme, gone: readonly Code[]) =>
      run(async () => {
        withoutCodes(theme.id, gone);
        await client.call('theme.moveCodes', { study, theme: theme.id, remove: gone.map(code => code.id) });
        return { said: `Took ${namedOr(gone, 'codes')} out of “${theme.name}”.` };
      }),

    /** From one theme into another. */
    moveCodes: (from: Theme, to: Theme, moved: readonly Code[]) =>
      run(async () => {
        const add = moved.map(code => code.id);
        const held = now(to).codes;
        withoutCodes(from.id, moved);
        on.change(to.id, { codes: withAdded(held, add) });
        await client.call('theme.moveCodes', { study, theme: to.id, add, from: from.id });
        return { said: `Moved ${namedOr(moved, 'codes')} from “${from.name}” to “${to.name}”.` };
      }),

    orderCodes: (theme: Theme, codes: readonly CodeId[]) =>
      run(async () => {
        on.change(theme.id, { codes });
        await client.call('theme.setCodes', { study, theme: theme.id, codes: [...codes] });
        return { said: null };
      }),
  };
}

const differs = (theme: Theme, { status, parked, parent }: Arranging): boolean =>
  (status !== undefined && theme.status !== status) ||
  (parked !== undefined && theme.parked !== parked) ||
  (parent !== undefined && theme.parent !== parent);

function arrangedWords(
  moved: readonly Theme[],
  changing: readonly Theme[],
  { status, parked, parent }: Arranging,
  themes: readonly Theme[],
): string {
  const who = namedOr(moved, 'themes');
  const are = moved.length === 1 ? 'is' : 'are';
  if (changing.length === 0) return `Moved ${who}.`;
  if (parent === null)
    return `${who} ${moved.length === 1 ? 'stands' : 'stand'} on ${moved.length === 1 ? 'its' : 'their'} own now.`;
  if (parent !== undefined)
    return `${who} ${are} now part of ${namedOr(
      themes.filter(theme => theme.id === parent),
      'themes',
    )}.`;
  if (parked === true) return `Parked ${who}.`;
  if (status !== undefined && changing.some(theme => theme.status !== status)) return `${who} ${are} now ${status}.`;
  return `${who} ${are} back on the board.`;
}
