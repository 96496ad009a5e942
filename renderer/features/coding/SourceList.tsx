import { type RefObject, useMemo, useState } from 'react';
import type { SearchResult } from '../../../shared/api/outputs/search.ts';
import type { ReadingState } from '../../../shared/api/outputs/source.ts';
import { useSourcesWithin } from '../../app/filters.ts';
import { OutsideFilter } from '../../app/OutsideFilter.tsx';
import { go, hrefOfHit, hrefOfSearch } from '../../app/route.ts';
import { useReading, useSources } from '../../client/queries.ts';
import { SearchField } from '../../ui/Field.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { useProgressive } from '../../ui/useProgressive.ts';
import { counted, figure } from '../../ui/words.ts';
import { useFound } from '../explore/useFound.ts';
import { byGroup, firstOf, shortAttribution } from '../sources/groups.ts';
import css from './Coding.module.css';

/** The sources to code, by group; words typed in the field are looked for in all of them. */
export function SourceList({
  current,
  field,
}: {
  readonly current: string;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const sources = useSources();
  const within = useSourcesWithin();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const sought = useMemo(() => ({ text: wanted.length > 1 ? wanted : '', mode: 'words' }) as const, [wanted]);
  const { result, hits, error } = useFound(sought, transcripts, listed);
  const reading = useReading();
  const read = new Map(reading.data?.map(one => [one.source, one]));
  const done = reading.data?.filter(one => one.finishedAt !== null).length ?? 0;
  const titles = new Map(sources.data?.map(source => [source.id, source.attribution]));
  const shown = sources.data?.filter(source => within === null || within.has(source.id)) ?? [];
  const hidden = (sources.data?.length ?? 0) - shown.length;
  const drawn = useProgressive(shown.length);
  return (
    <>
      <PaneHead title="Sources" note={done > 0 ? `${shown.length}, ${done} read` : `${shown.length}`} />
      <div className={css.search}>
        <SearchField
          label="Find words in all sources"
          placeholder="Find words"
          value={text}
          onChange={setText}
          inputRef={field}
        />
      </div>
      {wanted.length > 1 ? (
        <div className={css.list}>
          <p className={css.quiet} role="status">
            {error ? error.message : result ? places(result) : 'Looking …'}
          </p>
          {hits.map(hit => (
            <a
              key={`${hit.source} ${hit.start}`}
              className={css.row}
              href={hrefOfHit(hit, sought)}
              title={`${titles.get(hit.source)}, turn ${hit.turn}`}
            >
              <span className={css.rowName}>
                {hit.before.slice(-14)}
                <b>{hit.text}</b>
                {hit.after}
              </span>
            </a>
          ))}
          {result && result.total > 0 && (
            <a className={css.row} href={hrefOfSearch(sought)}>
              All {places(result)}
            </a>
          )}
          <OutsideFilter hidden={hidden} />
        </div>
      ) : (
        <div className={css.list}>
          {firstOf(byGroup(shown), drawn).map(([group, members]) => (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              {members.map(source => (
                <button
                  type="button"
                  key={source.id}
                  className={css.row}
                  title={source.attribution}
                  onClick={() => go('code', source.id)}
                  {...(source.id === current && { 'aria-current': 'true' as const })}
                >
                  <Progress state={read.get(source.id)} />
                  <span className={css.rowName}>{shortAttribution(source)}</span>
                  <span className={css.count}>{source.codings === 0 ? '–' : source.codings}</span>
                </button>
              ))}
            </section>
          ))}
          <OutsideFilter hidden={hidden} />
        </div>
      )}
    </>
  );
}

/** Where this list looks, and how many places it shows. */
const transcripts = new Set(['transcripts'] as const);
const listed = 40;

const places = ({ total, exact }: SearchResult) =>
  exact ? counted(total, 'place') : `${figure(total)} places or more`;

/** How much of a source has been read: a short bar that fills from the top. */
function Progress({ state }: { readonly state: ReadingState | undefined }) {
  const share = !state || state.turns === 0 ? 0 : state.finishedAt === null ? state.furthest / state.turns : 1;
  const words = state?.finishedAt ? 'read' : share === 0 ? 'not read yet' : `${Math.round(share * 100)} % read`;
  return (
    <span className={css.progress} role="img" aria-label={words} title={words}>
      <i style={{ height: `${Math.round(share * 100)}%` }} />
    </span>
  );
}
