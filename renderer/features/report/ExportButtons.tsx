import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { exportName } from '../../../shared/text/exportName.ts';
import { useCommands } from '../../app/commands.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { saveExport } from '../../client/desktop.ts';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { ReportCheck, type ReportKind } from './ReportCheck.tsx';
import { useThemeBook } from './useThemeBook.ts';

/** Takes the findings, or the theme book, out of the study as a file. */
export function ExportButtons({ themes }: { readonly themes: number }) {
  const client = useClient();
  const { handle: study, title } = useStudy();
  const themeBook = useThemeBook();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<{ readonly report: ReportKind; readonly run: () => void } | null>(null);
  const ask = (report: ReportKind, run: () => Promise<void>) => setAsking({ report, run: () => void run() });
  const findings = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const said = await saveExport(exportName(title, 'findings', 'docx'), out =>
        client.call('findings.export', { study, format: 'docx', ...(out !== undefined && { out }) }),
      );
      if (said !== null) toast(said);
    } catch (thrown) {
      toastError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const group = 'Report';
  useCommands([
    {
      id: 'report.export',
      name: 'Export the findings as Word',
      group,
      keys: ['Ctrl+E'],
      inFields: true,
      run: () => ask('findings', findings),
    },
    {
      id: 'report.themebook',
      name: 'Export the theme book as Word',
      group,
      run: () => ask('themebook', () => themeBook('docx')),
    },
    {
      id: 'report.themebook.md',
      name: 'Export the theme book as Markdown',
      group,
      run: () => ask('themebook', () => themeBook('md')),
    },
  ]);
  return (
    <>
      <Button look="primary" disabled={busy} onPress={() => ask('findings', findings)}>
        {busy ? 'Writing the file …' : 'Export findings'}
      </Button>
      <Menu
        label="More to export"
        entries={[
          {
            id: 'docx',
            name: 'Theme book as Word',
            disabled: themes === 0,
            onAction: () => ask('themebook', () => themeBook('docx')),
          },
          {
            id: 'md',
            name: 'Theme book as Markdown',
            disabled: themes === 0,
            onAction: () => ask('themebook', () => themeBook('md')),
          },
        ]}
      >
        <AriaButton className={`${controls.button} ${controls.icon}`} aria-label="More to export">
          <Icon name="more" />
        </AriaButton>
      </Menu>
      {asking && <ReportCheck report={asking.report} onExport={asking.run} onClose={() => setAsking(null)} />}
    </>
  );
}
