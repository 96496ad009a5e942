import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { PairRelation } from '../../../shared/analysis/pairPlaces.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { useFilter } from '../../app/filters.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useCodes } from '../../client/queries.ts';
import { Panes } from '../../ui/Panes.tsx';
import { CodeSign, EmptyState } from '../../ui/signs.tsx';
import { counted, figure } from '../../ui/words.ts';
import { CountGrid } from './CountGrid.tsx';
import css from './Explore.module.css';
import { PairPane } from './PairPane.tsx';
import { useSettings } from './settings.ts';
import { useJob } from './useJob.ts';
import { NotCounted, Working } from './Working.tsx';

export type Pair = { readonly a: CodeId; readonly b: CodeId; readonly first: string; readonly second: string };

/** Which codes stand on the same words, in each other's, or near each other. Pressing a count lists the places. */
export function TogetherTab() {
  const client = useClient();
  const { handle: study } = useStudy();
  const [{ near }, change] = useSettings();
  const filter = useFilter();
  const codes = useCodes().data;
  const [open, setOpen] = useState<{ readonly row: string; readonly column: PairRelation } | null>(null);
  const [running, setRunning] = useState(false);
  const { job, progress, stop } = useJob('together', running);
  const together = useQuery({
    queryKey: keys.together(study, { near, filter }),
    queryFn: () => {
      setRunning(true);
      return client.call('analysis.cooccurrence', { study, near, filter, job }).finally(() => setRunning(false));
    },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const data = together.data;
  const pairs = useMemo(() => {
    const signs = new Map(codes?.map(code => [code.id as string, code]));
    return (data?.pairs ?? []).flatMap(({ a, b, overlap, inside, around, near: close }) => {
      const [one, two] = [data?.codes[a], data?.codes[b]];
      if (!one || !two) return [];
      const signed = ({ id, name }: { readonly id: string; readonly name: string }) => {
        const code = signs.get(id);
        return (
          <>
            {code && <CodeSign sigil={code.sigil} hue={code.hue} />}
            <span className={css.half}>{name}</span>
          </>
        );
      };
      return [
        {
          key: `${one.id} ${two.id}`,
          name: `${one.name} and ${two.name}`,
          head: (
            <span className={css.pair}>
              {signed(one)}
              {signed(two)}
            </span>
          ),
          counts: [overlap, inside, around, close],
          total: overlap,
          pair: { a: one.id, b: two.id, first: one.name, second: two.name } satisfies Pair,
        },
      ];
    });
  }, [data, codes]);
  useCommands(
    open
      ? [
          {
            id: 'explore.back',
            name: 'Close the places of the pair',
            group: 'Explore',
            keys: ['Escape'],
            run: () => setOpen(null),
          },
        ]
      : [],
  );
  const chosen = pairs.find(one => one.key === open?.row)?.pair;
  const main = (
    <div className={css.column}>
      <div className={css.tools}>
        <NearField near={near} onChange={next => change({ near: next })} />
        <span className={css.quiet} role="status">
          {data &&
            !running &&
            (data.total > pairs.length
              ? `The ${figure(pairs.length)} strongest of ${counted(data.total, 'pair')}`
              : counted(data.total, 'pair'))}
        </span>
      </div>
      <p className={css.help}>
        Overlap: extracts of the two codes share words. Inside: the first code’s extract lies within the second’s;
        around: the other way. Near: no shared words, and at most {counted(near, 'word')} between.
      </p>
      {running && <Working progress={progress} onStop={stop} />}
      {together.error && !running && <NotCounted error={together.error} onAgain={() => void together.refetch()} />}
      {data &&
        !together.error &&
        (pairs.length === 0 ? (
          <EmptyState title="No codes occur together">
            Two codes on the same words, or near each other in one transcript, are listed here with how often they meet.
          </EmptyState>
        ) : (
          <CountGrid
            label="Codes that occur together"
            corner="First and second code"
            nameWidth={400}
            rows={pairs}
            columns={relations}
            unit={inPlaces}
            open={open}
            onOpen={(row, column) => {
              const relation = relations.find(one => one.key === column)?.key;
              if (relation) setOpen({ row, column: relation });
            }}
            onRow={row => {
              const counts = pairs.find(one => one.key === row)?.counts ?? [];
              setOpen({ row, column: (counts[0] ?? 0) > 0 ? 'overlap' : 'near' });
            }}
          />
        ))}
    </div>
  );
  return (
    <Panes
      id="explore-together"
      panes={[
        { id: 'grid', label: 'Codes together', surface: 'paper', least: 360, children: main },
        ...(open && chosen
          ? [
              {
                id: 'pair',
                label: 'Places of the pair',
                width: 380,
                least: 280,
                children: <PairPane pair={chosen} relation={open.column} near={near} onClose={() => setOpen(null)} />,
              },
            ]
          : []),
      ]}
    />
  );
}

const relations: readonly { readonly key: PairRelation; readonly label: string }[] = [
  { key: 'overlap', label: 'Overlap' },
  { key: 'inside', label: 'Inside' },
  { key: 'around', label: 'Around' },
  { key: 'near', label: 'Near' },
];

const inPlaces = (count: number) => counted(count, 'place');

const mostWords = 1_000;

/** The number of words within which extracts are near; taken when it is left or Enter is pressed. */
function NearField({ near, onChange }: { readonly near: number; readonly onChange: (near: number) => void }) {
  const [text, setText] = useState(String(near));
  const take = () => {
    const number = Math.round(Number(text));
    const next = text.trim() === '' || Number.isNaN(number) ? near : Math.max(0, Math.min(mostWords, number));
    setText(String(next));
    if (next !== near) onChange(next);
  };
  return (
    <label className={css.near}>
      Near: within
      <input
        type="number"
        min={0}
        max={mostWords}
        value={text}
        onChange={event => setText(event.target.value)}
        onBlur={take}
        onKeyDown={event => event.key === 'Enter' && take()}
      />
      words
    </label>
  );
}
