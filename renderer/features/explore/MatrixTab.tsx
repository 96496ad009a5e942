import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { isOpen } from '../../../shared/analysis/filter.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import { exportName, matrixName } from '../../../shared/text/exportName.ts';
import { useCommands } from '../../app/commands.ts';
import { useFilter } from '../../app/filters.ts';
import { go, showExtracts } from '../../app/route.ts';
import { toastSaved } from '../../app/saved.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { saveExport } from '../../client/desktop.ts';
import { keys } from '../../client/keys.ts';
import { useCodes, usePeople } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Panes } from '../../ui/Panes.tsx';
import { Segmented, Select } from '../../ui/Select.tsx';
import { CodeSign, EmptyState } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { CellPane } from './CellPane.tsx';
import { CountGrid } from './CountGrid.tsx';
import css from './Explore.module.css';
import { type MatrixAsked, useSettings } from './settings.ts';
import { useJob } from './useJob.ts';
import { NotCounted, Working } from './Working.tsx';

const rowChoices = [
  { id: 'codes', name: 'Codes' },
  { id: 'themes', name: 'Themes' },
] as const;
const countChoices = [
  { id: 'extracts', name: 'Extracts' },
  { id: 'sources', name: 'Sources' },
  { id: 'participants', name: 'Participants' },
] as const;
const columnChoices = [
  { id: 'source', name: 'by source' },
  { id: 'group', name: 'by group' },
  { id: 'phase', name: 'by phase' },
  { id: 'speaker', name: 'by speaker' },
] as const;

/** Codes or themes against what they were said in or by whom. Pressing a cell shows its extracts. */
export function MatrixTab() {
  const client = useClient();
  const { handle: study, title } = useStudy();
  const [{ matrix: asked, empty }, change] = useSettings();
  const filter = useFilter();
  const attributes = usePeople().data?.attributes ?? [];
  const codes = useCodes().data;
  const [open, setOpen] = useState<{ readonly row: string; readonly column: string } | null>(null);
  const [running, setRunning] = useState(false);
  const { job, stop } = useJob('matrix', running);
  const matrix = useQuery({
    queryKey: keys.matrix(study, { ...asked, filter }),
    queryFn: () => {
      setRunning(true);
      return client.call('analysis.matrix', { study, ...asked, filter, job }).finally(() => setRunning(false));
    },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const data = matrix.data;
  const rows = useMemo(() => {
    const signs = new Map(codes?.map(code => [code.id as string, code]));
    return (data?.rows ?? []).flatMap(({ id, name }, at) => {
      const total = data?.totals.rows[at] ?? 0;
      if (total === 0 && !empty) return [];
      const code = signs.get(id);
      const head = (
        <>
          {code && <CodeSign sigil={code.sigil} hue={code.hue} />}
          <span>{name}</span>
        </>
      );
      return [{ key: id as string, name, head, counts: data?.cells[at] ?? [], total }];
    });
  }, [data, codes, empty]);
  const ask = (patch: Partial<MatrixAsked>) => {
    setOpen(null);
    change({ matrix: { ...asked, ...patch } });
  };
  const by = typeof asked.columns === 'string' ? asked.columns : 'attribute';
  const save = async () => {
    try {
      const name = matrixName({ rows: asked.rows, by, count: asked.count, filtered: !isOpen(filter) });
      const saved = await saveExport(exportName(title, name, 'csv'), out =>
        client.call('analysis.export', { study, ...asked, filter, format: 'csv', ...(out !== undefined && { out }) }),
      );
      toastSaved(saved);
    } catch (thrown) {
      toastError(thrown);
    }
  };
  useCommands([
    {
      id: 'explore.export',
      name: 'Export the matrix as CSV',
      group: 'Explore',
      keys: ['Ctrl+E'],
      inFields: true,
      run: () => void save(),
    },
    ...(open
      ? [
          {
            id: 'explore.back',
            name: 'Close the extracts of the cell',
            group: 'Explore',
            keys: ['Escape'],
            run: () => setOpen(null),
          },
        ]
      : []),
  ]);
  const row = rows.find(one => one.key === open?.row);
  const column = data?.columns.find(one => one.key === open?.column);
  const main = (
    <div className={css.column}>
      <div className={css.tools}>
        <Segmented label="Rows" value={asked.rows} choices={rowChoices} onChange={next => ask({ rows: next })} />
        <Select
          label="Columns"
          hideLabel
          look="cell"
          value={typeof asked.columns === 'string' ? asked.columns : asked.columns.attribute}
          choices={[...columnChoices, ...attributes.map(one => ({ id: one.id as string, name: `by ${one.name}` }))]}
          onChange={id => {
            const own = attributes.find(one => one.id === id);
            const known = columnChoices.find(one => one.id === id);
            if (own) ask({ columns: { attribute: own.id } });
            else if (known) ask({ columns: known.id });
          }}
        />
        <Segmented label="Count" value={asked.count} choices={countChoices} onChange={next => ask({ count: next })} />
        <label className={css.check}>
          <input type="checkbox" checked={empty} onChange={event => change({ empty: event.target.checked })} />
          Empty rows
        </label>
        <span className={css.space} />
        <Button icon="download" disabled={rows.length === 0} onPress={() => void save()}>
          Export CSV
        </Button>
      </div>
      {running && !data && <Working progress={null} onStop={stop} />}
      {matrix.error && !running && <NotCounted error={matrix.error} onAgain={() => void matrix.refetch()} />}
      {data &&
        !matrix.error &&
        (data.columns.length === 0 || rows.length === 0 ? (
          <EmptyState title="Nothing to count yet">
            {asked.rows === 'codes'
              ? 'Code some words of a transcript: who said what under which code is counted here. The filter may leave all of it out.'
              : 'Make a theme and put codes into it: who speaks to which theme is counted here. The filter may leave all of it out.'}
          </EmptyState>
        ) : (
          <CountGrid
            key={`${asked.rows} ${JSON.stringify(asked.columns)}`}
            label={`${asked.rows === 'codes' ? 'Codes' : 'Themes'} ${columnName(asked, attributes)}, counted in ${asked.count}`}
            corner={asked.rows === 'codes' ? 'Code' : 'Theme'}
            rows={rows}
            columns={data.columns}
            totals={{ columns: data.totals.columns, all: data.totals.all }}
            unit={unitOf[asked.count]}
            open={open}
            onOpen={(rowKey, columnKey) => setOpen({ row: rowKey, column: columnKey })}
            onRow={key => (asked.rows === 'codes' ? showExtracts('', key) : go('themes', key))}
          />
        ))}
    </div>
  );
  return (
    <Panes
      id="explore-matrix"
      panes={[
        { id: 'grid', label: 'Matrix', surface: 'paper', least: 360, children: main },
        ...(open && row && column
          ? [
              {
                id: 'cell',
                label: 'Extracts of the cell',
                width: 380,
                least: 280,
                children: <CellPane asked={asked} row={row} column={column} onClose={() => setOpen(null)} />,
              },
            ]
          : []),
      ]}
    />
  );
}

const unitOf = {
  extracts: (count: number) => counted(count, 'extract'),
  sources: (count: number) => counted(count, 'source'),
  participants: (count: number) => counted(count, 'participant'),
} as const;

function columnName(
  { columns }: MatrixAsked,
  attributes: readonly { readonly id: string; readonly name: string }[],
): string {
  if (typeof columns === 'object')
    return `by ${attributes.find(one => one.id === columns.attribute)?.name ?? 'attribute'}`;
  switch (columns) {
    case 'source':
    case 'group':
    case 'phase':
    case 'speaker':
      return `by ${columns}`;
    default:
      return assertNever(columns);
  }
}
