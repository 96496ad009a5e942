import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type { ReadingState } from '../../../shared/api/outputs/source.ts';
import { go, hrefOf } from '../../app/route.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useReading, useSources } from '../../client/queries.ts';
import { SearchField } from '../../ui/Field.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { byGroup, shortAttribution } from '../sources/groups.ts';
import css from './Coding.module.css';

/** The sources to code, by group; words typed in the field are looked for in all of them. */
export function SourceList({
  current,
  field,
}: {
  readonly current: string;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const sources = useSources();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const found = useQuery({
    queryKey: keys.search(study, wanted),
    queryFn: () => client.call('search.find', { study, text: wanted, limit: 200 }),
    enabled: wanted.length > 1,
    placeholderData: previous => previous,
  });
  const reading = useReading();
  const read = new Map(reading.data?.map(one => [one.source, one]));
  const done = reading.data?.filter(one => one.finishedAt !== null).length ?? 0;
  const titles = new Map(sources.data?.map(source => [source.id, source.attribution]));
  return (
    <>
      <PaneHead
        title="Sources"
        note={done > 0 ? `${sources.data?.length ?? 0}, ${done} read` : `${sources.data?.length ?? 0}`}
      />
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
            {found.data ? (found.data.total === 1 ? '1 place' : `${found.data.total} places`) : 'Looking …'}
          </p>
          {found.data?.hits.map(hit => (
            <a
              key={`${hit.source} ${hit.start}`}
              className={css.row}
              href={hrefOf('code', hit.source, hit)}
              title={`${titles.get(hit.source)}, turn ${hit.turn}`}
            >
              <span className={css.rowName}>
                {hit.before.slice(-14)}
                <b>{hit.text}</b>
                {hit.after}
              </span>
            </a>
          ))}
        </div>
      ) : (
        <div className={css.list}>
          {byGroup(sources.data ?? []).map(([group, members]) => (
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
        </div>
      )}
    </>
  );
}

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
