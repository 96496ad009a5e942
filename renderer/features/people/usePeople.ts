import { useMemo } from 'react';
import type { FileInput } from '../../../shared/api/inputs.ts';
import type { InputOf, MethodName } from '../../../shared/api/methods.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { toast, toastError } from '../../ui/toast.tsx';

type Changing = Extract<MethodName, `people.${string}` | `attribute.${string}` | 'speaker.bind'>;
type Fields<Name extends Changing> = Omit<InputOf<Name>, 'study'>;

/** Changes to people. A refusal is said and changes nothing; `said` offers an undo of the act. */
export function usePeopleActs() {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  return useMemo(
    () => ({
      act: async <Name extends Changing>(name: Name, fields: Fields<Name>, said?: string): Promise<boolean> => {
        try {
          await client.call(name, { study, ...fields } as InputOf<Name>);
          if (said !== undefined) await offerUndo(said);
          return true;
        } catch (thrown) {
          toastError(thrown);
          return false;
        }
      },
      importTable: async (file: FileInput): Promise<void> => {
        try {
          const rows = await client.call('people.import', { study, file });
          const of = (status: string) => rows.filter(row => row.status === status).length;
          const left = rows.filter(row => row.message !== '').map(row => row.message);
          await offerUndo(
            `Read participants: ${of('made')} added, ${of('changed')} changed, ${of('same')} as they were.`,
          );
          for (const message of left.slice(0, 3)) toast(message);
          if (left.length > 3) toast(`${left.length - 3} more rows had cells that were left out.`);
        } catch (thrown) {
          toastError(thrown);
        }
      },
    }),
    [client, study, offerUndo],
  );
}
