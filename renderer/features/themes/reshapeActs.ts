import type { SplitPart } from '../../../shared/api/outputs/theme.ts';
import type { Theme } from '../../../shared/model/entities.ts';
import { counted, listed } from '../../ui/words.ts';
import type { Acting } from './acting.ts';

/** Acts that make other themes of themes, or end them. */
export function reshapeActs(on: Acting) {
  const { client, study, run, themes } = on;
  const without = (gone: readonly Theme[]) => {
    const ids = new Set(gone.map(theme => theme.id));
    on.show(themes().filter(theme => !ids.has(theme.id)));
  };
  return {
    merge: (from: readonly Theme[], into: Theme, reason: string) =>
      run(async () => {
        await client.call('theme.merge', { study, from: from.map(theme => theme.id), into: into.id, reason });
        return { said: `Merged ${listed(from.map(theme => `“${theme.name}”`))} into “${into.name}”.` };
      }),

    split: (theme: Theme, parts: readonly SplitPart[], reason: string) =>
      run(async () => {
        await client.call('theme.split', {
          study,
          theme: theme.id,
          parts: parts.map(part => ({ name: part.name, codes: [...part.codes] })),
          reason,
        });
        return { said: `Split “${theme.name}” into ${listed(parts.map(part => `“${part.name}”`))}.` };
      }),

    discard: (theme: Theme, reason: string) =>
      run(async () => {
        without([theme]);
        await client.call('theme.discard', { study, theme: theme.id, reason });
        return { said: `Discarded “${theme.name}”. It is kept under the codes.` };
      }),

    restore: (theme: Theme) =>
      run(async () => {
        await client.call('theme.restore', { study, theme: theme.id });
        return { said: `“${theme.name}” is back on the board.` };
      }),

    /** For good: a discarded theme goes with all that was said about it. */
    remove: (theme: Theme) =>
      run(async () => {
        without([theme]);
        await client.call('theme.remove', { study, theme: theme.id });
        const kept = theme.codes.length > 0 ? ` Its ${counted(theme.codes.length, 'code')} stay in the study.` : '';
        return { said: `Removed the theme “${theme.name}”.${kept}` };
      }),
  };
}
