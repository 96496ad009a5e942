import { useEffect, useState } from 'react';
import { isOpen } from '../../../shared/analysis/filter.ts';
import type { Framework, Theme } from '../../../shared/model/entities.ts';
import { exportName, quotesName } from '../../../shared/text/exportName.ts';
import { useCommands } from '../../app/commands.ts';
import { useFilter, useFilterWords } from '../../app/filters.ts';
import { showing } from '../../app/saved.ts';
import { useStudy } from '../../client/context.tsx';
import type { Saved } from '../../client/desktop.ts';
import { usePrintStyles } from '../../client/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { counted } from '../../ui/words.ts';
import { addressOf } from './address.ts';
import { type Choice, filterOf, type Heard, heardInWords } from './choice.ts';
import { ExportDialog } from './exporting/ExportDialog.tsx';
import { type ExportOptions, formats, inWords, usualOptions } from './exporting/options.ts';
import { useExport } from './exporting/useExport.tsx';
import css from './Quotes.module.css';
import { titleOf } from './title.ts';

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
  const { title: studyTitle } = useStudy();
  const within = useFilter();
  const styles = usePrintStyles().data ?? [];
  const [options, setOptions] = useState<ExportOptions>(usualOptions);
  const [choosing, setChoosing] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  const { busy, start, dialog } = useExport(setSaved);
  const { format } = options;
  const place = addressOf(choice, heard);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said belongs to what was on the page then
  useEffect(() => setSaved(null), [place, options, within]);
  const filter = { ...filterOf(choice, heard, framework), ...(isOpen(within) ? {} : { within }) };

  const save = async (now: ExportOptions) => {
    if (busy || quotes === 0) return;
    setOptions(now);
    setSaved(null);
    const theme = themes.find(one => one.id === filter.theme)?.name;
    const what = quotesName({ ...filter, theme, filtered: !isOpen(within) });
    const fileName = exportName(studyTitle, now.spoken ? `${what}, as spoken` : what, now.format);
    await start({ filter, options: now, fileName });
  };
  const group = 'Quotes';
  useCommands([
    {
      id: 'quotes.export',
      name: 'Export these quotes',
      group,
      keys: ['Ctrl+E'],
      inFields: true,
      run: () => void save(options),
    },
    ...formats.map(({ id, name }) => ({
      id: `quotes.export.${id}`,
      name: `Export these quotes as ${name}`,
      group,
      run: () => void save({ ...options, format: id }),
    })),
    {
      id: 'quotes.export.options',
      name: 'Choose how these quotes are exported',
      group,
      run: () => setChoosing(true),
    },
  ]);
  const filters = [useFilterWords(), heardInWords(heard)].filter(words => words !== null).join('; ');
  const chosen = inWords(options, new Map(styles.map(style => [style.id, style.name])));
  const what = [filters ? `Only ${filters}, in report order` : 'In report order, with attribution', chosen]
    .filter(words => words !== null)
    .join(', ');
  const show = saved && showing(saved);
  return (
    <section className={css.export} aria-label="Export">
      <div className={css.exportWords}>
        {!saved && <b>{titleOf(choice, framework, themes).exported}</b>}
        <span role="status" title={saved?.words ?? what} data-saved={saved !== null || undefined}>
          {busy ? 'Writing the file …' : (saved?.words ?? what)}
        </span>
        {show && (
          <Button look="quiet" className={css.show} onPress={show}>
            Show in folder
          </Button>
        )}
      </div>
      <Select
        label="Export format"
        hideLabel
        value={format}
        choices={formats.map(({ id, long }) => ({ id, name: long }))}
        onChange={next => setOptions({ ...options, format: next })}
      />
      <IconButton icon="settings" label="Export options" onPress={() => setChoosing(true)} />
      <Button
        look="primary"
        className={css.exportButton}
        disabled={busy || quotes === 0}
        onPress={() => void save(options)}
      >
        Export {counted(quotes, 'quote')}
      </Button>
      {choosing && (
        <ExportDialog
          {...{ options, styles, filter, quotes }}
          onExport={next => {
            setChoosing(false);
            void save(next);
          }}
          onClose={next => {
            setChoosing(false);
            setOptions(next);
          }}
        />
      )}
      {dialog}
    </section>
  );
}
