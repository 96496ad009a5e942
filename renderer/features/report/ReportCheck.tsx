import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { usePrintStyles } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import { Findings } from '../disclosure/DisclosureDialog.tsx';
import { type ChosenStyle, styleAsked } from '../quotes/exporting/options.ts';
import { StyleFields } from '../quotes/exporting/StyleFields.tsx';
import type { ReportFile } from './useReportExport.ts';

const wholeStudy = {};

/** How the quotes of reports of a study were attributed last, since the app was opened. */
const chosenBefore = new Map<string, ChosenStyle>();

/** How long a template that is typed rests before the check looks at it, ms. */
const rest = 400;

/** How quotes are attributed in a report and what could identify somebody in it, before it is written: it goes on only where nothing blocks. */
export function ReportCheck({
  report,
  onExport,
  onClose,
}: {
  readonly report: ReportFile['report'];
  readonly onExport: (style: ChosenStyle) => void;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const styles = usePrintStyles().data ?? [];
  const [style, setStyle] = useState<ChosenStyle>(chosenBefore.get(study) ?? null);
  const [looked, setLooked] = useState(style);
  useEffect(() => {
    const timer = setTimeout(() => setLooked(style), style !== null && 'template' in style ? rest : 0);
    return () => clearTimeout(timer);
  }, [style]);
  const check = useQuery({
    queryKey: keys.ofQuotes(study, 'disclosure', report, looked),
    queryFn: () => client.call('report.check', { study, report, style: styleAsked(looked) }),
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
            disabled={!found || check.isPlaceholderData || check.isError || looked !== style || blocking > 0}
            onPress={() => {
              chosenBefore.set(study, style);
              onClose();
              onExport(style);
            }}
          >
            {(found?.counts.advice ?? 0) > 0 ? 'Export anyway' : 'Export'}
          </Button>
        </>
      }
    >
      <StyleFields
        style={style}
        saved={styles.flatMap(one => (one.kind === 'attribution' ? [one] : []))}
        filter={wholeStudy}
        onChange={setStyle}
      />
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
