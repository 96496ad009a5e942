import { useState } from 'react';
import type { QuoteFilter } from '../../../../shared/api/inputs.ts';
import { type PrintStyle, usualSettings } from '../../../../shared/model/printStyles.ts';
import { useClient, useStudy } from '../../../client/context.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { Dialog, FormFoot } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { toastError } from '../../../ui/toast.tsx';
import { counted } from '../../../ui/words.ts';
import { useKeyState } from '../../key/useKey.ts';
import css from './Export.module.css';
import { type ExportOptions, formats, settingsOf, withSettings } from './options.ts';
import { PrintedFields } from './PrintedFields.tsx';
import { SaveAs } from './SaveAs.tsx';
import { StyleFields } from './StyleFields.tsx';

/** How the quotes on the page are taken out: format, attribution, what stands beside them. What is chosen stays for the next time. */
export function ExportDialog({
  options: given,
  styles,
  filter,
  quotes,
  onExport,
  onClose,
}: {
  readonly options: ExportOptions;
  readonly styles: readonly PrintStyle[];
  readonly filter: QuoteFilter;
  readonly quotes: number;
  readonly onExport: (options: ExportOptions) => void;
  readonly onClose: (options: ExportOptions) => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const [options, setOptions] = useState(given);
  const bundles = styles.flatMap(style => (style.kind === 'bundle' ? [style] : []));
  const key = useKeyState().data;
  const chosen = bundles.find(one => one.id === options.from);
  const remove = (id: PrintStyle['id']) =>
    client.call('style.remove', { study, style: id }).then(
      () => setOptions(now => ({ ...now, from: null })),
      (thrown: unknown) => toastError(thrown),
    );
  return (
    <Dialog
      title={`Export ${counted(quotes, 'quote')}`}
      width={640}
      onClose={() => onClose(options)}
      onSubmit={() => onExport(options)}
      foot={<FormFoot submit="Export" disabled={quotes === 0} onClose={() => onClose(options)} />}
    >
      <div className={css.form}>
        <div className={css.pair}>
          <Select
            label="Format"
            value={options.format}
            choices={formats.map(({ id, long }) => ({ id, name: long }))}
            onChange={format => setOptions({ ...options, format })}
          />
          <div className={css.withButton}>
            <Select
              label="Template"
              value={chosen?.id ?? 'usual'}
              choices={[
                { id: 'usual', name: 'As usual' },
                ...bundles.map(one => ({ id: one.id as string, name: one.name })),
              ]}
              onChange={id => {
                const one = bundles.find(other => other.id === id);
                setOptions(withSettings(options, one?.id ?? null, one?.settings ?? usualSettings));
              }}
            />
            {chosen && (
              <IconButton
                icon="trash"
                label={`Remove the template “${chosen.name}”`}
                onPress={() => remove(chosen.id)}
              />
            )}
          </div>
        </div>
        <StyleFields
          style={options.style}
          saved={styles.flatMap(style => (style.kind === 'attribution' ? [style] : []))}
          filter={filter}
          onChange={style => setOptions({ ...options, style })}
        />
        <PrintedFields options={options} onChange={setOptions} />
        <SaveAs
          kind="bundle"
          disabled={options.style !== null && 'template' in options.style}
          fields={name => ({ kind: 'bundle', name, settings: settingsOf(options) }) as never}
          onSaved={from => setOptions(now => ({ ...now, from }))}
        />
        {key?.state === 'open' && (
          <label className={css.spoken}>
            <input
              type="checkbox"
              checked={options.spoken}
              onChange={event => setOptions({ ...options, spoken: event.target.checked })}
            />
            <span>
              <b>As spoken</b>
              With the names and places that print replaces. Every page says so, and History keeps that it was done.
            </span>
          </label>
        )}
      </div>
    </Dialog>
  );
}
