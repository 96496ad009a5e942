import { useEffect, useMemo, useRef, useState } from 'react';
import type { SearchHit } from '../../../shared/api/outputs/search.ts';
import { useCommands } from '../../app/commands.ts';
import { go, hrefOf, hrefOfHit, hrefOfSearch, showExtracts, soughtAt, useRoute } from '../../app/route.ts';
import { useSources } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { Several } from '../../ui/Several.tsx';
import { EmptyState, Note } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { CodeFound } from './CodeFound.tsx';
import css from './Explore.module.css';
import { FoundList } from './FoundList.tsx';
import { type FoundItem, foundInWords, foundItems } from './found.ts';
import { type SearchPlace, useSettings } from './settings.ts';
import { useFound } from './useFound.ts';

const modes = [
  { id: 'words', name: 'Words' },
  { id: 'substring', name: 'Part of words' },
] as const;
const places: readonly { readonly id: SearchPlace; readonly name: string }[] = [
  { id: 'transcripts', name: 'Transcripts' },
  { id: 'memos', name: 'Memos' },
  { id: 'codebook', name: 'Codebook' },
  { id: 'themes', name: 'Themes' },
];
/** Milliseconds without a key after which the address holds the words, so that a reload stays with them. */
const rest = 400;

/** Words looked for in the whole study while they are typed. */
export function SearchTab() {
  const { query } = useRoute();
  const [{ text, mode, where }, change] = useSettings();
  const sources = useSources().data;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [coding, setCoding] = useState(false);
  const sought = useMemo(() => ({ text: text.trim() === '' ? '' : text.trimStart(), mode }), [text, mode]);
  const { result, hits, old, more, loading, error, readMore } = useFound(sought, where);
  const titles = useMemo(() => new Map(sources?.map(source => [source.id, source.attribution])), [sources]);
  const items = useMemo(
    () => foundItems(hits, result?.notes ?? [], more, (hit: SearchHit) => titles.get(hit.source) ?? hit.title),
    [hits, result, more, titles],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: taken once from each address that asks for something
  useEffect(() => {
    const asked = soughtAt(query);
    if (asked) change(asked);
  }, [query]);
  useEffect(() => {
    const keep = () => {
      // A place that was opened meanwhile has its address already, before this one leaves the screen.
      if (location.hash.startsWith(hrefOf('explore'))) history.replaceState(null, '', hrefOfSearch(sought));
    };
    const timer = setTimeout(keep, rest);
    return () => clearTimeout(timer);
  }, [sought]);
  useEffect(() => field.current?.select(), []);

  const open = (item: FoundItem) => {
    if (item.kind === 'heading') return;
    history.replaceState(null, '', hrefOfSearch(sought));
    if (item.kind === 'hit') location.hash = hrefOfHit(item.hit, sought);
    else if (item.note.kind === 'memo') go('memos', item.note.id);
    else if (item.note.kind === 'theme') go('themes', item.note.id);
    else showExtracts('', item.note.id);
  };
  const codable = (result?.total ?? 0) > 0 && !old;
  useCommands([
    {
      id: 'explore.find',
      name: 'Search the whole study',
      group: 'Everywhere',
      keys: ['Ctrl+Shift+F', 'Ctrl+F'],
      inFields: true,
      run: () => field.current?.select(),
    },
    ...(codable
      ? [
          {
            id: 'explore.code',
            name: 'Code all places found',
            group: 'Explore',
            keys: ['Alt+C'],
            inFields: true,
            run: () => setCoding(true),
          },
        ]
      : []),
  ]);
  if (coding && result) return <CodeFound sought={sought} onDone={() => setCoding(false)} />;
  return (
    <div className={css.column}>
      <div className={css.tools}>
        <div className={css.field}>
          <SearchField
            label="Search the whole study"
            placeholder="Words to find"
            value={text}
            onChange={next => change({ text: next })}
            inputRef={field}
            autoFocus
            onKeyDown={event => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              list.current?.querySelector<HTMLElement>('[role=row]:not([aria-disabled])')?.focus();
            }}
          />
        </div>
        <Segmented label="How words are found" value={mode} choices={modes} onChange={next => change({ mode: next })} />
        <Several
          label="Where"
          all="Everywhere"
          choices={places}
          chosen={where}
          onChange={chosen => change({ where: new Set(places.flatMap(one => (chosen.has(one.id) ? [one.id] : []))) })}
        />
      </div>
      <p className={css.help}>
        {mode === 'words' ? (
          <>
            Words of one turn, in any case and with or without accents. Also: <code>"a phrase"</code>{' '}
            <code>begin*</code> <code>NEAR(trust mentor, 5)</code> <code>-without</code>
          </>
        ) : (
          'The letters as they stand, inside words, too; in any case and with or without accents.'
        )}
      </p>
      {error && <Note block>{error.message}</Note>}
      {sought.text === '' ? (
        <EmptyState title="Search the whole study">
          Type words: every place in transcripts, memos, codebook and themes where they stand is listed here, with what
          stands around it. Enter on a place opens its transcript with all places highlighted.
        </EmptyState>
      ) : (
        <>
          <div className={css.sum}>
            <span role="status">{result ? `${foundInWords(result)}${loading && old ? ' …' : ''}` : 'Looking …'}</span>
            {result?.note && <span className={css.quiet}>{result.note}</span>}
            <span className={css.space} />
            {codable && result && (
              <Button onPress={() => setCoding(true)}>
                Code {result.total === 1 ? 'it' : `all ${counted(result.total, 'place')}`} …
              </Button>
            )}
          </div>
          {items.length > 0 ? (
            <div ref={list} className={css.fill} data-old={old || undefined}>
              <FoundList items={items} loading={loading && more} onMore={readMore} onOpen={open} />
            </div>
          ) : (
            result &&
            !old && (
              <EmptyState title="Nothing has these words">
                Try fewer words, a beginning with a star (trust*), or part of words. The filter may leave sources out.
              </EmptyState>
            )
          )}
        </>
      )}
    </div>
  );
}
