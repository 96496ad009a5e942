import { useMemo } from 'react';
import type { CodebookFormat, FileInput } from '../../../shared/api/inputs.ts';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { exportName } from '../../../shared/text/exportName.ts';
import { toastSaved } from '../../app/saved.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { saveExport } from '../../client/desktop.ts';
import { toast, toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';

type Place = { readonly parent: CodeId | null; readonly before: CodeId | null };
export type CodebookActs = {
  move(codes: readonly CodeId[], place: Place): Promise<void>;
  retire(codes: readonly Code[], retired: boolean): Promise<void>;
  remove(code: Code): Promise<void>;
  favourite(code: Code, place: number | null): Promise<void>;
  merge(from: readonly Code[], into: Code, reason: string): Promise<void>;
  importTable(file: FileInput): Promise<void>;
  exportAs(format: CodebookFormat): Promise<void>;
};

/** What can be done to the codebook. Each act is said and offers its own undo; a refusal says why and changes nothing. */
export function useCodebookActs(): CodebookActs {
  const client = useClient();
  const { handle: study, title } = useStudy();
  const offerUndo = useOfferUndo();
  return useMemo(() => {
    const attempt = async (act: () => Promise<unknown>) => {
      try {
        await act();
      } catch (thrown) {
        toastError(thrown);
      }
    };
    const done = (act: () => Promise<unknown>, said: string) => attempt(() => act().then(() => offerUndo(said)));
    return {
      move: (codes, place) => attempt(() => client.call('code.move', { study, codes: [...codes], ...place })),
      retire: (codes, retired) =>
        done(
          () => client.call('code.retire', { study, codes: codes.map(code => code.id), retired }),
          `${retired ? 'Retired' : 'Brought back'} ${codes.length === 1 ? `“${codes[0]?.name}”` : counted(codes.length, 'code')}.`,
        ),
      remove: code =>
        done(
          () => client.call('code.remove', { study, code: code.id }),
          `Removed “${code.name}” from ${counted(code.extracts, 'extract')}.`,
        ),
      favourite: (code, place) =>
        attempt(async () => {
          await client.call('code.favourite', { study, code: code.id, place });
          toast(place === null ? `“${code.name}” has no key now.` : `${place} now codes as “${code.name}”.`);
        }),
      merge: (from, into, reason) =>
        attempt(async () => {
          const { moved, doubles } = await client.call('code.merge', {
            study,
            from: from.map(code => code.id),
            into: into.id,
            ...(reason.trim() !== '' && { reason }),
          });
          const twice = doubles === 0 ? '' : `, ${doubles} of them stood twice and are one now`;
          await offerUndo(`Merged into “${into.name}”: ${counted(moved + doubles, 'coding')}${twice}.`);
        }),
      importTable: file =>
        attempt(async () => {
          const rows = await client.call('codebook.import', { study, file });
          const of = (status: string) => rows.filter(row => row.status === status).length;
          const refused = rows.filter(row => row.status === 'rejected');
          await offerUndo(`Codebook read: ${of('made')} made, ${of('changed')} changed, ${of('same')} as they were.`);
          if (refused.length > 0) throw new Error(refused.map(row => row.message).join(' '));
        }),
      exportAs: format =>
        attempt(async () => {
          const saved = await saveExport(exportName(title, 'codebook', format), out =>
            client.call('codebook.export', { study, format, ...(out !== undefined && { out }) }),
          );
          toastSaved(saved);
        }),
    };
  }, [client, study, title, offerUndo]);
}
