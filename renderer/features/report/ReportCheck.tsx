import { useQuery } from '@tanstack/react-query';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import { Findings } from '../disclosure/DisclosureDialog.tsx';

export type ReportKind = 'findings' | 'themebook';

/** What could identify somebody in a report, before it is written: it goes on only where nothing blocks. */
export function ReportCheck({
  report,
  onExport,
  onClose,
}: {
  readonly report: ReportKind;
  readonly onExport: () => void;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const check = useQuery({
    queryKey: keys.ofQuotes(study, 'disclosure', report),
    queryFn: () => client.call('report.check', { study, report }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: before => before,
  });
  const found = check.data;
  const blocking = found?.counts.blocking ?? 0;
  return (
    <Dialog
      title="Before this is exported"
      width={720}
      onClose={onClose}
      foot={
        <>
          <Button large onPress={onClose}>
            Cancel
          </Button>
          <Button
            large
            look="primary"
            disabled={!found || check.isPlaceholderData || blocking > 0}
            onPress={() => {
              onClose();
              onExport();
            }}
          >
            {(found?.counts.advice ?? 0) > 0 ? 'Export anyway' : 'Export'}
          </Button>
        </>
      }
    >
      <p role="status">
        {!found
          ? 'Looking for what could identify somebody …'
          : blocking > 0
            ? `${counted(blocking, 'finding blocks', 'findings block')} the export until each is settled or accepted.`
            : `${counted(found.checked.quotes, 'quote')} looked at: nothing blocks, ${counted(found.counts.advice, 'thing')} to think about.`}
      </p>
      {check.error && <Note block>{wordsOf(check.error)}</Note>}
      {found && <Findings report={found} onLeave={onClose} />}
    </Dialog>
  );
}
