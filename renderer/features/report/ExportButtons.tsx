import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useCommands } from '../../app/commands.ts';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { ReportCheck } from './ReportCheck.tsx';
import { type ReportFile, useReportExport } from './useReportExport.ts';

/** Takes the findings, or the theme book, out of the study as a file. */
export function ExportButtons({ themes }: { readonly themes: number }) {
  const { busy, save } = useReportExport();
  const [asking, setAsking] = useState<ReportFile | null>(null);
  const group = 'Report';
  useCommands([
    {
      id: 'report.export',
      name: 'Export the findings as Word',
      group,
      keys: ['Ctrl+E'],
      inFields: true,
      run: () => setAsking({ report: 'findings', format: 'docx' }),
    },
    {
      id: 'report.themebook',
      name: 'Export the theme book as Word',
      group,
      run: () => setAsking({ report: 'themebook', format: 'docx' }),
    },
    {
      id: 'report.themebook.md',
      name: 'Export the theme book as Markdown',
      group,
      run: () => setAsking({ report: 'themebook', format: 'md' }),
    },
  ]);
  return (
    <>
      <Button look="primary" disabled={busy} onPress={() => setAsking({ report: 'findings', format: 'docx' })}>
        {busy ? 'Writing the file …' : 'Export findings'}
      </Button>
      <Menu
        label="More to export"
        entries={[
          {
            id: 'docx',
            name: 'Theme book as Word',
            disabled: themes === 0,
            onAction: () => setAsking({ report: 'themebook', format: 'docx' }),
          },
          {
            id: 'md',
            name: 'Theme book as Markdown',
            disabled: themes === 0,
            onAction: () => setAsking({ report: 'themebook', format: 'md' }),
          },
        ]}
      >
        <AriaButton className={`${controls.button} ${controls.icon}`} aria-label="More to export">
          <Icon name="more" />
        </AriaButton>
      </Menu>
      {asking && (
        <ReportCheck
          report={asking.report}
          onExport={style => void save(asking, style)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
