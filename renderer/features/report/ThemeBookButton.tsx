import { useCommands } from '../../app/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { useThemeBook } from './useThemeBook.ts';

/** Takes the theme book out of the study as a Word file; by name as Markdown, too. */
export function ThemeBookButton() {
  const save = useThemeBook();
  useCommands([
    { id: 'themes.book', name: 'Export the theme book as Word', group: 'Themes', run: () => void save('docx') },
    { id: 'themes.book.md', name: 'Export the theme book as Markdown', group: 'Themes', run: () => void save('md') },
  ]);
  return (
    <Button look="quiet" icon="download" label="Export the theme book" onPress={() => void save('docx')}>
      Theme book
    </Button>
  );
}
