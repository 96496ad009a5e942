import type { QueryClient } from '@tanstack/react-query';
import type { Framework, Theme } from '../../../shared/model/entities.ts';
import type { ThemeId } from '../../../shared/model/ids.ts';
import type { Client } from '../../client/client.ts';
import { keys } from '../../client/keys.ts';

/** What an act has to say when it is done. Null: it shows by itself. */
export type Done = { readonly said: string | null };

/** What every act of this place works with. */
export type Acting = ReturnType<typeof acting>;

/** One act after the other: each builds on what the one before has left, and its undo takes back that act alone. */
let last: Promise<unknown> = Promise.resolve();

/**
 * What is on the page changes at once, before the core has answered; where the core refuses, all is as it was before and is read again.
 * Each act is one command, and rejects with the core's own words (CallError): then nothing is changed.
 */
export function acting(
  client: Client,
  study: string,
  queries: QueryClient,
  offerUndo: (said: string) => Promise<void>,
) {
  const themesKey = keys.themes(study);
  const frameworksKey = keys.frameworks(study);
  const themes = () => queries.getQueryData<readonly Theme[]>(themesKey) ?? [];
  const frameworks = () => queries.getQueryData<readonly Framework[]>(frameworksKey) ?? [];
  return {
    client,
    study,
    themes,
    frameworks,
    run: <T>(work: () => Promise<Done & { readonly result?: T }>): Promise<T | undefined> => {
      const mine = last.then(async () => {
        const before = [themes(), frameworks()];
        try {
          const { said, result } = await work();
          if (said !== null) await offerUndo(said);
          return result;
        } catch (thrown) {
          queries.setQueryData(themesKey, before[0]);
          queries.setQueryData(frameworksKey, before[1]);
          void queries.invalidateQueries({ queryKey: themesKey });
          void queries.invalidateQueries({ queryKey: keys.framework(study) });
          throw thrown;
        }
      });
      last = mine.catch(() => undefined);
      return mine;
    },
    show: (next: readonly Theme[]): void => {
      void queries.cancelQueries({ queryKey: themesKey, exact: true });
      queries.setQueryData(themesKey, next);
    },
    showFrameworks: (next: readonly Framework[]): void => {
      void queries.cancelQueries({ queryKey: frameworksKey, exact: true });
      queries.setQueryData(frameworksKey, next);
    },
    change(id: ThemeId, fields: Partial<Theme>): void {
      this.show(themes().map(theme => (theme.id === id ? { ...theme, ...fields } : theme)));
    },
    /** The theme as it is by now; as it was shown, where it has gone in the meantime, for the core to refuse. */
    now: (theme: Theme): Theme => themes().find(one => one.id === theme.id) ?? theme,
  };
}
