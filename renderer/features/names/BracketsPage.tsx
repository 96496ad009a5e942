import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { Bracket, BracketKind, Replacement } from '../../../shared/model/anonymity.ts';
import { bracketKinds } from '../../../shared/model/anonymity.ts';
import type { Source } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { hrefOf } from '../../app/route.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { useTranscript } from '../../client/queries.ts';
import { announce } from '../../ui/announce.ts';
import { Select } from '../../ui/Select.tsx';
import { Several } from '../../ui/Several.tsx';
import { EmptyState, Note } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { useProgressive } from '../../ui/useProgressive.ts';
import { counted, figure } from '../../ui/words.ts';
import { Around } from './Around.tsx';
import { addressOf } from './address.ts';
import formCss from './Form.module.css';
import listsCss from './Lists.module.css';
import { bracketNames, bracketWords, sourceName } from './names.ts';
import placesCss from './Places.module.css';
import { contextLength, useBrackets } from './readings.ts';
import { moveAmong } from './TickList.tsx';

const keysOf: Readonly<Record<BracketKind, string>> = {
  redaction: 'R',
  gloss: 'G',
  supplied: 'S',
  mark: 'M',
  code: 'C',
  cut: 'X',
};
const classes = bracketKinds.map(id => ({ id, name: bracketNames[id] }));

/** The brackets of a source and what each of them is: guessed by rule, or said by somebody. Letters and a list correct them. */
export function BracketsPage({ source, table }: { readonly source: Source; readonly table: readonly Replacement[] }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const brackets = useBrackets(source.id);
  const text = useTranscript(source.id).data?.text;
  const [kinds, setKinds] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const all = brackets.data ?? none;
  const shown = useMemo(() => all.filter(one => kinds.size === 0 || kinds.has(one.kind)), [all, kinds]);
  const drawn = useProgressive(shown.length);
  const labels = useMemo(() => new Map(table.map(one => [one.id, one.label])), [table]);
  const classify = useCallback(
    async ({ start, end, kind: before, replacement }: Bracket, kind: BracketKind) => {
      if (replacement !== null || kind === before) return;
      try {
        await client.call('bracket.classify', { study, source: source.id, start, end, kind });
        announce(`Now a ${bracketNames[kind].toLowerCase()}`);
      } catch (thrown) {
        toastError(thrown);
      }
    },
    [client, study, source.id],
  );
  const at = shown.find(one => one.start === current) ?? shown[0];
  useCommands(
    shown.length === 0
      ? []
      : bracketKinds.map(kind => ({
          id: `names.bracket.${kind}`,
          name: `The bracket is a ${bracketNames[kind].toLowerCase()}`,
          group: 'Brackets',
          keys: [keysOf[kind]],
          run: () => {
            if (at) void classify(at, kind);
          },
        })),
  );
  if (brackets.error) return <Note block>{brackets.error.message}</Note>;
  if (text === undefined || !brackets.data) return <p className={listsCss.nothing}>Reading …</p>;
  if (all.length === 0) {
    return (
      <EmptyState title="No brackets in this source">
        Square brackets of a transcript are classed here: redactions, glosses, supplied words, marks such as [pause],
        codes and cuts. This one has none. Mark it as checked once you have read it for names.
      </EmptyState>
    );
  }
  const guesses = all.filter(one => one.id === null).length;
  return (
    <div className={formCss.scroll}>
      <div className={placesCss.sum}>
        <Several
          label="Classes"
          all={`All ${counted(all.length, 'bracket')}`}
          choices={classes.map(({ id, name }) => ({
            id,
            name: `${name} (${figure(all.filter(one => one.kind === id).length)})`,
          }))}
          chosen={kinds}
          onChange={setKinds}
        />
        <span role="status">
          {kinds.size > 0 && `${figure(shown.length)} shown. `}
          {guesses > 0 ? `${figure(guesses)} guessed by rule` : 'All were said by somebody'}
        </span>
        <span className={listsCss.quietly}>Letters R G S M C X say what the chosen one is</span>
      </div>
      <ul
        ref={list}
        className={placesCss.brackets}
        aria-label={`Brackets of ${sourceName(source)}`}
        onKeyDown={event => moveAmong(list.current, event, 'a[data-row]')}
      >
        {shown.slice(0, drawn).map(one => (
          <Row
            key={one.start}
            one={one}
            source={source}
            text={text}
            stop={one === at}
            label={one.replacement === null ? undefined : (labels.get(one.replacement) ?? one.words)}
            onReach={setCurrent}
            onClassify={classify}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className={listsCss.nothing}>No bracket is of these classes.</p>}
      <details className={placesCss.help}>
        <summary>What the classes are</summary>
        <dl>
          {bracketKinds.map(kind => (
            <div key={kind}>
              <dt>{bracketNames[kind]}</dt>
              <dd>{bracketWords[kind]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

const Row = memo(function Row({
  one,
  source,
  text,
  stop,
  label,
  onReach,
  onClassify,
}: {
  readonly one: Bracket;
  readonly source: Source;
  readonly text: string;
  readonly stop: boolean;
  /** Of the replacement that put it there. */
  readonly label: string | undefined;
  readonly onReach: (start: number) => void;
  readonly onClassify: (one: Bracket, kind: BracketKind) => Promise<void>;
}) {
  const { start, end, kind } = one;
  const by = label !== undefined ? 'made here' : one.id === null ? 'guessed' : 'said by somebody';
  return (
    <li className={placesCss.bracket} data-at={stop || undefined}>
      <a
        data-row
        href={hrefOf('code', source.id, { start, end })}
        tabIndex={stop ? 0 : -1}
        title="Open in the transcript (Enter)"
        className={placesCss.quote}
        onFocus={() => onReach(start)}
      >
        <Around
          before={text.slice(Math.max(0, start - contextLength), start)}
          after={text.slice(end, end + contextLength)}
        >
          <mark>{one.words}</mark>
        </Around>
        <span className="visually-hidden">
          , {bracketNames[kind]}, {by}
        </span>
      </a>
      {/* Letters in the list would choose in it, and be a key of the place as well. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from going further */}
      <div
        className={placesCss.classed}
        onFocus={() => onReach(start)}
        onKeyDown={event => event.key.length === 1 && event.stopPropagation()}
      >
        {one.replacement !== null ? (
          <a href={addressOf('table', one.replacement)}>Redaction {label}</a>
        ) : (
          <Select
            label={`What ${one.words} is`}
            hideLabel
            look="cell"
            value={kind}
            choices={classes}
            onChange={next => void onClassify(one, next)}
          />
        )}
        <small>{by}</small>
      </div>
    </li>
  );
});

const none: readonly Bracket[] = [];
