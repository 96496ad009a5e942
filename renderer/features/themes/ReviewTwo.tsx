import { type KeyboardEvent, useState } from 'react';
import type { Extract } from '../../../shared/api/outputs.ts';
import type { Theme } from '../../../shared/model/entities.ts';
import type { Stance } from '../../../shared/model/themes.ts';
import { hrefOf, hrefOfSearch } from '../../app/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { CodeSign, Note } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted, figure, wordsOf } from '../../ui/words.ts';
import { columnName } from './coverage.ts';
import { useDesk, useDoing } from './desk.tsx';
import { ExtractItem, extractKeyOf, nextStance, stepByArrows, ToolWords } from './ExtractItem.tsx';
import extractCss from './Extracts.module.css';
import css from './Review.module.css';
import { useAgainst, useMarks } from './readings.ts';

/** Level 2: where the theme is silent, what it shares with others, and what its codes may have missed. */
export function ReviewTwo({ theme }: { readonly theme: Theme }) {
  const { sources, themes } = useDesk();
  const { onOpen } = useDoing();
  const [words, setWords] = useState('');
  const { data, error } = useAgainst(theme.id, words);
  if (error) return <Note block>{wordsOf(error)}</Note>;
  if (!data) return null;
  const absent = sources.filter(source => data.absent.includes(source.id));
  return (
    <div className={css.two}>
      <section aria-label="Missed extracts">
        <h2>What its codes may have missed</h2>
        <Missed
          theme={theme}
          words={words}
          onWords={setWords}
          suggested={data.suggested}
          extracts={data.candidates.extracts}
          total={data.candidates.total}
        />
      </section>
      <div className={css.facts}>
        <section aria-label="Who speaks to it">
          <h2>Who speaks to it</h2>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">Group</th>
                <th scope="col">Sources</th>
              </tr>
            </thead>
            <tbody>
              {data.groups.map(one => (
                <tr key={`${one.group} ${one.phase}`} data-none={one.speaking === 0}>
                  <th scope="row">{columnName({ group: one.group || null, phase: one.phase })}</th>
                  <td>
                    {one.speaking} of {one.sources}
                    {one.speaking === 0 && ', silent'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section aria-label="Sources where it is absent">
          <h2>
            Absent from {absent.length} of {counted(sources.length, 'source')}
          </h2>
          <ul className={css.absent}>
            {absent.map(source => (
              <li key={source.id}>
                <a href={hrefOf('code', source.id)}>{source.attribution}</a>
              </li>
            ))}
          </ul>
        </section>
        <section aria-label="Overlap with other themes">
          <h2>Overlap with other themes</h2>
          {data.overlap.length === 0 && <p className={css.quiet}>It shares no words with another theme.</p>}
          <ul className={css.absent}>
            {data.overlap.map(one => (
              <li key={one.theme}>
                <button type="button" onClick={() => onOpen(one.theme)}>
                  {themes.find(other => other.id === one.theme)?.name}
                </button>
                <small>
                  {counted(one.extracts, 'extract')}; {Math.round(one.share * 100)} % of these words,{' '}
                  {Math.round(one.ofOther * 100)} % of those
                </small>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** Looks for words beyond the theme; what is found can be coded with one of its codes, or marked for or against it. */
function Missed({
  theme,
  words,
  onWords,
  suggested,
  extracts,
  total,
}: {
  readonly theme: Theme;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly suggested: readonly string[];
  readonly extracts: readonly Extract[];
  readonly total: number;
}) {
  const { codes } = useDesk();
  const { acts } = useDoing();
  const marks = useMarks(theme.id);
  const [typed, setTyped] = useState(words);
  const [coding, setCoding] = useState<string | null>(null);
  const stances = new Map<string, Stance>(marks.data?.map(mark => [mark.key, mark.stance]));
  const own = codes.filter(code => theme.codes.includes(code.id));
  const look = (next: string) => {
    setTyped(next);
    onWords(next.trim());
  };
  const mark = (key: string, stance: Stance | null) => void acts.mark(theme, key, stance).catch(toastError);
  const code = (key: string) => {
    const [only, ...others] = own;
    if (only && others.length === 0) acts.codeFor(only, key).catch(toastError);
    else if (only) setCoding(key);
  };
  const onKey = (event: KeyboardEvent) => {
    const key = extractKeyOf(event);
    if (key === null) return;
    const stance = nextStance(event, stances.get(key) ?? null);
    if (stance !== undefined) mark(key, stance);
    else if (event.key.toLowerCase() === 'k' && !event.ctrlKey && !event.metaKey && !event.altKey) code(key);
    else if (!stepByArrows(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the links inside
    <div onKeyDown={onKey}>
      <form
        className={css.look}
        onSubmit={event => {
          event.preventDefault();
          look(typed);
        }}
      >
        <SearchField label="Words to look for" value={typed} onChange={setTyped} />
        <Button type="submit">Look</Button>
      </form>
      {suggested.length > 0 && (
        <p className={css.suggested}>
          <span>From its name and codes:</span>
          {suggested.map(word => (
            <Button key={word} look="quiet" onPress={() => look(word)}>
              {word}
            </Button>
          ))}
        </p>
      )}
      <p className={css.quiet} role="status">
        {words === '' &&
          'Any of the words, as whole words. What the theme holds already and what interviewers say is left out.'}
        {words !== '' &&
          (total === 0
            ? 'Nothing that the theme does not hold already.'
            : `${figure(total)} found that the theme does not hold${total > extracts.length ? `, the first ${extracts.length} here` : ''}.`)}{' '}
        {words !== '' && <a href={hrefOfSearch({ text: words, mode: 'words' })}>Search the whole study</a>}
      </p>
      <ul className={extractCss.list}>
        {extracts.map(one => (
          <ExtractItem
            key={one.key}
            extract={one}
            stance={stances.get(one.key) ?? null}
            onMark={(extract, stance) => mark(extract.key, stance)}
          >
            {own.length > 0 && (
              <Button look="quiet" className={extractCss.tool} label="Code it (K)" onPress={() => code(one.key)}>
                <ToolWords words="Code it" shortcut="K" />
              </Button>
            )}
          </ExtractItem>
        ))}
      </ul>
      {coding !== null && (
        <Chooser
          title="Code it with"
          field="Find a code of the theme"
          none="No code has these letters."
          choices={own.map(({ id, name, sigil, hue }) => ({ id, name, sign: <CodeSign sigil={sigil} hue={hue} /> }))}
          onPick={id => {
            const chosen = own.find(one => one.id === id);
            setCoding(null);
            if (chosen) acts.codeFor(chosen, coding).catch(toastError);
          }}
          onClose={() => setCoding(null)}
        />
      )}
    </div>
  );
}
