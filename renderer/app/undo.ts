import { useClient, useStudy } from '../client/context.tsx';
import { toastOrAskKey } from '../features/key/KeyAsked.tsx';
import { announce } from '../ui/announce.ts';
import { toast } from '../ui/toast.tsx';

type Step = 'history.undo' | 'history.redo';

/** Undo and redo over the whole study, with words for what was taken back. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const client = useClient();
  const { handle: study } = useStudy();
  const step = async (method: Step) => {
    const back = method === 'history.undo';
    try {
      const state = await client.call('history.state', { study });
      await client.call(method, { study });
      const words = `${back ? 'Undid' : 'Redid'}: ${(back ? state.undo : state.redo) ?? 'the last act'}`;
      toast(words, { name: back ? 'Redo' : 'Undo', run: () => void step(back ? 'history.redo' : 'history.undo') });
      announce(words);
    } catch (thrown) {
      toastOrAskKey(thrown, () => void step(method));
    }
  };
  return { undo: () => void step('history.undo'), redo: () => void step('history.redo') };
}

/** Says what was just done, with an undo that takes back that act and no other: if something else was done since, it says so. Call it after the command was acknowledged; `steps` is how many commands the act took. */
export function useOfferUndo(): (said: string, steps?: number) => Promise<void> {
  const client = useClient();
  const { handle: study } = useStudy();
  const last = async () => (await client.call('history.list', { study, limit: 1 }))[0]?.id;
  return async (said, steps = 1) => {
    const act = await last();
    const run = async () => {
      try {
        if ((await last()) !== act) {
          toast('Something else was done since. Undo goes back step by step: Ctrl Z, or History.');
          return;
        }
        for (let step = 0; step < steps; step += 1) await client.call('history.undo', { study });
        announce('Undone');
      } catch (thrown) {
        toastOrAskKey(thrown, () => void run());
      }
    };
    toast(said, { name: 'Undo', run: () => void run() });
  };
}
