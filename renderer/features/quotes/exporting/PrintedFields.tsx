import {
  type BundleColumn,
  type BundlePart,
  bundleColumns,
  bundleParts,
  usualColumns,
} from '../../../../shared/model/printStyles.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import css from './Export.module.css';
import { type ExportOptions, isFixed, isTable } from './options.ts';

const partNames: Readonly<Record<BundlePart, string>> = {
  contents: 'Contents',
  statements: 'Statements of outcomes',
  definitions: 'Concept and definition of themes',
  leadIns: 'Lead-ins',
  notes: 'Notes and memos',
  sources: 'List of sources',
};

const columnNames: Readonly<Record<(typeof bundleColumns)[number], string>> = {
  id: 'Number of the quote',
  printed: 'Words as printed',
  text: 'Words of the passage',
  leadIn: 'Lead-in',
  attribution: 'Attribution',
  source: 'Source',
  speaker: 'Speaker',
  group: 'Group',
  phase: 'Phase',
  participant: 'Participant',
  attributes: 'Attributes of participants',
  codes: 'Codes by name',
  paths: 'Codes with full path',
  themes: 'Themes',
  outcomes: 'Outcomes',
  turn: 'Turn',
  start: 'Start in the text',
  end: 'End in the text',
  state: 'State',
  vivid: 'Vivid',
  notes: 'Notes and memos',
  before: 'Words before it',
  after: 'Words after it',
};

const most = 5;
const contexts = Array.from({ length: most + 1 }, (_, turns) => ({
  id: String(turns),
  name: turns === 0 ? 'None' : turns === 1 ? 'One turn before and after' : `${turns} turns before and after`,
}));

/** What stands beside the quotes: parts of a document, columns of a table, words around each quote. */
export function PrintedFields({
  options,
  onChange,
}: {
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
}) {
  const { format, parts, columns, context } = options;
  if (isFixed(format)) {
    return (
      <p className={css.fixed}>JSON has the same fields each time; they are described in docs/quotes.schema.json.</p>
    );
  }
  return (
    <>
      <div className={css.group}>
        <Select
          label="Words around each quote"
          value={String(Math.min(most, context))}
          choices={contexts}
          onChange={turns => onChange({ ...options, context: Number(turns) })}
        />
      </div>
      {isTable(format) ? (
        <Ticks<BundleColumn>
          label="Columns"
          all={[...usualColumns[format], ...bundleColumns]}
          names={column => columnNames[column as keyof typeof columnNames] ?? column.replace('attribute:', '')}
          ticked={columns ?? usualColumns[format]}
          onChange={next => next.length > 0 && onChange({ ...options, columns: next })}
          {...(columns !== null && { onUsual: () => onChange({ ...options, columns: null }) })}
        />
      ) : (
        <Ticks<BundlePart>
          label="Prints"
          all={bundleParts}
          names={part => partNames[part]}
          ticked={parts}
          onChange={next => onChange({ ...options, parts: next })}
        />
      )}
    </>
  );
}

function Ticks<T extends string>({
  label,
  all,
  names,
  ticked,
  onChange,
  onUsual,
}: {
  readonly label: string;
  readonly all: readonly T[];
  readonly names: (one: T) => string;
  readonly ticked: readonly T[];
  readonly onChange: (ticked: readonly T[]) => void;
  readonly onUsual?: () => void;
}) {
  const offered = [...new Set([...all, ...ticked])];
  return (
    <fieldset className={css.ticks}>
      <legend>
        {label}
        {onUsual && (
          <Button look="quiet" onPress={onUsual}>
            The usual ones
          </Button>
        )}
      </legend>
      <div>
        {offered.map(one => (
          <label key={one}>
            <input
              type="checkbox"
              checked={ticked.includes(one)}
              onChange={event =>
                onChange(offered.filter(other => (other === one ? event.target.checked : ticked.includes(other))))
              }
            />
            {names(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
