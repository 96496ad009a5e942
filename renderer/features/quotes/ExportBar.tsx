import { useEffect, useState } from 'react';
import { isOpen } from '../../../shared/analysis/filter.ts';
import type { QuoteFormat } from '../../../shared/api/inputs.ts';
import type { Framework, Theme } from '../../../shared/model/entities.ts';
import { exportName, quotesName } from '../../../shared/text/exportName.ts';
import { useCommands } from '../../app/commands.ts';
import { useFilter, useFilterWords } from '../../app/filters.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { saveExport } from '../../client/desktop.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { addressOf } from './address.ts';
import { type Choice, filterOf, type Heard, heardInWords } from './choice.ts';
import css from './Quotes.module.css';
import { titleOf } from './title.ts';

const formats: readonly { readonly id: QuoteFormat; readonly name: string }[] = [
  { id: 'docx', name: 'Word' },
  { id: 'csv', name: 'CSV' },
  { id: 'json', name: 'JSON' },
];

/** Takes what is on the page out of the study: the format, the act, and where the file went. */
export function ExportBar({
  choice,
  heard,
  framework,
  themes,
  quotes,
}: {
  readonly choice: Choice;
  readonly heard: Heard;
  readonly framework: Framework;
  readonly themes: readonly Theme[];
  readonly quotes: number;
}) {
  const client = useClient();
  const { handle: study, title: studyTitle } = useStudy();
  const within = useFilter();
  const [format, setFormat] = useState<QuoteFormat>('docx');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const place = addressOf(choice, heard);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said belongs to what was on the page then
  useEffect(() => setSaid(null), [place, format, within]);

  const save = async (as: QuoteFormat) => {
    if (busy || quotes === 0) return;
    setFormat(as);
    setBusy(true);
    setSaid(null);
    const filter = { ...filterOf(choice, heard, framework), ...(isOpen(within) ? {} : { within }) };
    const theme = themes.find(one => one.id === filter.theme)?.name;
    try {
      const words = await saveExport(
        exportName(studyTitle, quotesName({ ...filter, theme, filtered: !isOpen(within) }), as),
        out => client.call('quote.export', { study, filter, format: as, ...(out !== undefined && { out }) }),
      );
      if (words !== null) setSaid(words);
    } catch (thrown) {
      toastError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const group = 'Quotes';
  useCommands([
    {
      id: 'quotes.export',
      name: 'Export these quotes',
      group,
      keys: ['Ctrl+E'],
      inFields: true,
      run: () => void save(format),
    },
    ...formats.map(({ id, name }) => ({
      id: `quotes.export.${id}`,
      name: `Export these quotes as ${name}`,
      group,
      run: () => void save(id),
    })),
  ]);
  const filters = [useFilterWords(), heardInWords(heard)].filter(words => words !== null).join('; ');
  const what = filters ? `Only ${filters}, in report order` : 'In report order, with attribution';
  return (
    <section className={css.export} aria-label="Export">
      <div className={css.exportWords}>
        <b>{titleOf(choice, framework, themes).exported}</b>
        <span role="status" title={said ?? what}>
          {busy ? 'Writing the file …' : (said ?? what)}
        </span>
      </div>
      <Segmented label="Format" value={format} choices={formats} onChange={setFormat} />
      <Button
        look="primary"
        className={css.exportButton}
        disabled={busy || quotes === 0}
        onPress={() => void save(format)}
      >
        Export {counted(quotes, 'quote')}
      </Button>
    </section>
  );
}
