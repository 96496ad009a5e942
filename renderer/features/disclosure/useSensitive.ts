import { useQuery } from '@tanstack/react-query';
import type { SensitiveMark } from '../../../shared/model/disclosure.ts';
import type { Span } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { toastError } from '../../ui/toast.tsx';

/** Marks of sensitive words in a source. */
export function useSensitive(source: SourceId) {
  const client = useClient();
  const { handle: study } = useStudy();
  return useQuery({
    queryKey: keys.ofQuotes(study, 'sensitive', source),
    queryFn: () => client.call('sensitive.list', { study, source }),
  });
}

/** Marking words as sensitive, giving the second yes, and taking the mark off. */
export function useSensitiveActs() {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  const act = async (work: Promise<unknown>, said: string) => {
    try {
      await work;
      await offerUndo(said);
    } catch (thrown) {
      toastError(thrown);
    }
  };
  return {
    mark: (extract: Span & { readonly source: SourceId }, kind: string) =>
      act(client.call('sensitive.mark', { study, extract, kind }), `Marked as sensitive: ${kind}.`),
    unmark: ({ id, kind }: SensitiveMark) =>
      act(client.call('sensitive.unmark', { study, mark: id }), `Not marked as sensitive any more: ${kind}.`),
    /** Rejects where it is refused. */
    agree: async ({ id }: SensitiveMark, reason: string) => {
      await client.call('sensitive.agree', { study, mark: id, reason });
      await offerUndo('Gave the second yes.');
    },
  };
}
