import { useState } from 'react';
import type { ThemeBookFormat } from '../../../shared/api/inputs.ts';
import { useCommands } from '../../app/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { ReportCheck } from './ReportCheck.tsx';
import { useReportExport } from './useReportExport.ts';

/** Takes the theme book out of the study as a Word file; by name as Markdown, too. */
export function ThemeBookButton() {
  const { busy, save } = useReportExport();
  const [asking, setAsking] = useState<ThemeBookFormat | null>(null);
  useCommands([
    { id: 'themes.book', name: 'Export the theme book as Word', group: 'Themes', run: () => setAsking('docx') },
    { id: 'themes.book.md', name: 'Export the theme book as Markdown', group: 'Themes', run: () => setAsking('md') },
  ]);
  return (
    <>
      <Button
        look="quiet"
        icon="download"
        label="Export the theme book"
        disabled={busy}
        onPress={() => setAsking('docx')}
      >
        Theme book
      </Button>
      {asking && (
        <ReportCheck
          report="themebook"
          onExport={style => void save({ report: 'themebook', format: asking }, style)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
