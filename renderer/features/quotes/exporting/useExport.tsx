import { type ReactNode, useState } from 'react';
import type { QuoteFilter } from '../../../../shared/api/inputs.ts';
import { useClient, useStudy } from '../../../client/context.tsx';
import { type Saved, saveExport } from '../../../client/desktop.ts';
import { toastError } from '../../../ui/toast.tsx';
import { DisclosureDialog } from '../../disclosure/DisclosureDialog.tsx';
import { askedOf, type ExportOptions } from './options.ts';

export type Exporting = { readonly filter: QuoteFilter; readonly options: ExportOptions; readonly fileName: string };

/** Keys of findings that somebody has read before an export since the app was opened: the same advice is not shown twice. */
const read = new Set<string>();

/** Takes quotes out of the study, after what the disclosure check finds was read. `dialog` is to be shown. */
export function useExport(done: (saved: Saved) => void): {
  readonly busy: boolean;
  readonly start: (exporting: Exporting) => Promise<void>;
  readonly dialog: ReactNode;
} {
  const client = useClient();
  const { handle: study } = useStudy();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<(Exporting & { readonly keys: readonly string[] }) | null>(null);
  const bundleOf = ({ filter, options }: Exporting) => ({ filter, ...askedOf(options) });
  const guarded = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (thrown) {
      toastError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const write = ({ filter, options, fileName }: Exporting) =>
    guarded(async () => {
      const saved = await saveExport(fileName, out =>
        client.call('quote.export', { study, filter, ...askedOf(options), ...(out !== undefined && { out }) }),
      );
      if (saved) done(saved);
    });
  const start = (exporting: Exporting) =>
    guarded(async () => {
      const { findings } = await client.call('quote.check', { study, ...bundleOf(exporting) });
      const open = findings.filter(one => one.accepted === null);
      if (open.some(one => one.level === 'blocking' || !read.has(one.key))) {
        setAsking({ ...exporting, keys: open.map(one => one.key) });
        return;
      }
      await write(exporting);
    });
  const dialog = asking && (
    <DisclosureDialog
      looked={{ bundle: bundleOf(asking) }}
      onClose={() => setAsking(null)}
      onExport={() => {
        for (const key of asking.keys) read.add(key);
        setAsking(null);
        void write(asking);
      }}
    />
  );
  return { busy, start, dialog };
}
