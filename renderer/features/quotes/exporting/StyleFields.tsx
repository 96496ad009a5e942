import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { QuoteFilter } from '../../../../shared/api/inputs.ts';
import type { PrintStyle } from '../../../../shared/model/printStyles.ts';
import { styleFields } from '../../../../shared/text/styleTemplate.ts';
import { useClient, useStudy } from '../../../client/context.tsx';
import { keys } from '../../../client/keys.ts';
import { TextField } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import css from './Export.module.css';
import type { ChosenStyle } from './options.ts';
import { SaveAs } from './SaveAs.tsx';

type Attribution = Extract<PrintStyle, { readonly kind: 'attribution' }>;

const example = '{method} {participant|group}, {phase}';

/** How quotes are attributed: the house style, a saved one, or a template that is typed, with what it prints of the quotes at hand. */
export function StyleFields({
  style,
  saved,
  filter,
  onChange,
}: {
  readonly style: ChosenStyle;
  readonly saved: readonly Attribution[];
  readonly filter: QuoteFilter;
  readonly onChange: (style: ChosenStyle) => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const chosen = style !== null && 'saved' in style ? saved.find(one => one.id === style.saved) : undefined;
  const template = style === null ? null : 'template' in style ? style.template : (chosen?.template ?? null);
  const preview = useQuery({
    queryKey: keys.ofQuotes(study, 'styles', 'preview', template, filter),
    queryFn: () => client.call('style.preview', { study, template, filter }),
    placeholderData: keepPreviousData,
  }).data;
  const typed = style !== null && 'template' in style;
  const problem = typed && preview?.problem ? `At character ${preview.problem.at}: ${preview.problem.message}` : null;
  return (
    <div className={css.group}>
      <Select
        label="Attribution"
        value={style === null ? 'house' : typed ? 'own' : (chosen?.id ?? 'house')}
        choices={[
          { id: 'house', name: 'House style' },
          ...saved.map(one => ({ id: one.id as string, name: one.name })),
          { id: 'own', name: chosen ? `Change “${chosen.name}” …` : 'A style of your own …' },
        ]}
        onChange={id => {
          const one = saved.find(other => other.id === id);
          onChange(id === 'own' ? { template: template ?? example } : one ? { saved: one.id } : null);
        }}
      />
      {typed && (
        <>
          <TextField
            label="Written as"
            value={style.template}
            onChange={value => onChange({ template: value })}
            error={problem}
            hint={`Fields: ${Object.keys(styleFields)
              .map(name => `{${name}}`)
              .join(' ')}. {a|b} takes the first that is known; what stands in [ ] goes away with its field.`}
          />
          <SaveAs
            kind="attribution"
            disabled={problem !== null || style.template.trim() === ''}
            fields={name => ({ kind: 'attribution', name, template: style.template })}
            onSaved={id => onChange({ saved: id })}
          />
        </>
      )}
      {preview && problem === null && <Preview examples={preview.examples} shared={preview.shared} />}
    </div>
  );
}

function Preview({
  examples,
  shared,
}: {
  readonly examples: readonly { readonly house: string; readonly printed: string }[];
  readonly shared: readonly { readonly label: string; readonly people: readonly string[] }[];
}) {
  const [first] = shared;
  return (
    <div className={css.preview} role="status" aria-label="How attributions are printed">
      <ul>
        {examples.map(({ house, printed }) => (
          <li key={`${house} ${printed}`}>
            <b>{printed}</b>
            {printed !== house && <span>{house} in the house style</span>}
          </li>
        ))}
      </ul>
      {first && (
        <p className={css.warning}>
          “{first.label}” would stand for {first.people.length} different people
          {shared.length > 1 ? `, and so would ${shared.length - 1} other labels` : ''}. Put {'{participant}'} into the
          template, or accept it before the export.
        </p>
      )}
    </div>
  );
}
