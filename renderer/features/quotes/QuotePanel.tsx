import { useMemo } from 'react';
import type { Speaker, Transcript } from '../../../shared/model/entities.ts';
import { hrefOf } from '../../app/route.ts';
import { useCodes } from '../../client/queries.ts';
import { IconButton } from '../../ui/Button.tsx';
import { CodeSign, Note, PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { SensitiveMark } from '../disclosure/SensitiveMark.tsx';
import type { Heard, Section } from './choice.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { Passage } from './Passage.tsx';
import { othersIn } from './passages.ts';
import css from './QuotePanel.module.css';
import { ReadyPane } from './ReadyPane.tsx';
import type { Prepared } from './ready.ts';
import { nameOfRow, type Row } from './report.ts';
import type { Desk } from './useDesk.ts';
import type { QuoteSource } from './useQuoteSource.ts';
import { WordsEditor } from './WordsEditor.tsx';

/** What is known of the chosen quote: the passage it was taken from, its codes, where else it is printed, who else speaks. */
export function QuotePanel({
  chosen,
  heard,
  sections,
  prepared,
  from,
  desk,
}: {
  readonly chosen: Row | undefined;
  readonly heard: Heard;
  readonly sections: readonly Section[];
  readonly prepared: Prepared;
  readonly from: QuoteSource;
  readonly desk: Desk;
}) {
  const { source, transcript } = from;
  const quote = chosen?.quote;
  const others = useMemo(() => (transcript && quote ? othersIn(transcript, quote) : []), [transcript, quote]);
  return (
    <>
      <PaneHead title={chosen ? nameOfRow(chosen) : 'Chosen quote'} note={refOf(quote?.id)}>
        {chosen && (
          <IconButton
            icon="copy"
            label="Copy the quote with its attribution"
            shortcut="C"
            onPress={() => void desk.copy(chosen)}
          />
        )}
      </PaneHead>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows scroll this pane instead of choosing another quote */}
      <div
        className={css.panel}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        tabIndex={0}
        onKeyDown={event => {
          if (event.key.startsWith('Arrow')) event.stopPropagation();
        }}
      >
        {chosen && quote ? (
          <>
            <InPrint {...{ chosen, prepared, transcript, desk }} />
            <section>
              <h3>In its passage</h3>
              {transcript ? (
                <Passage transcript={transcript} quote={quote} bounds={prepared.get(quote.key)?.bounds ?? quote} />
              ) : (
                <p className={css.quiet}>Reading the transcript …</p>
              )}
              {source && (
                <p className={css.links}>
                  <a href={hrefOf('code', source.id, quote)}>Open in transcript</a>
                </p>
              )}
              {source && (
                <SensitiveMark
                  source={source.id}
                  start={quote.start}
                  end={quote.end}
                  passage={prepared.get(quote.key)?.bounds}
                />
              )}
            </section>
            <section>
              <h3>{quote.codes.length === 1 ? 'Its code' : 'Its codes'}</h3>
              <Codes names={quote.codes} />
            </section>
            <Elsewhere row={chosen} sections={sections} heard={heard} />
            {transcript && (
              <section>
                <h3>Who else speaks in this source</h3>
                {others.length === 0 ? (
                  <p className={css.quiet}>Nobody else.</p>
                ) : (
                  <ul className={css.people}>
                    {others.map(({ speaker, turns }) => (
                      <li key={speaker.id}>
                        <span>{whoIs(speaker)}</span>
                        <small>{counted(turns, 'turn')}</small>
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            )}
          </>
        ) : (
          <p className={css.quiet}>Here stands the passage that the chosen quote was taken from.</p>
        )}
      </div>
      <div className={css.asSpoken}>
        <Note title="Quotes leave as printed">
          Words that were replaced stand as their labels. Read each quote for what could still identify a person before
          you share it.
        </Note>
      </div>
    </>
  );
}

/** How the quote is printed; while its words are written, the field for them. */
function InPrint({
  chosen,
  prepared,
  transcript,
  desk,
}: {
  readonly chosen: Row;
  readonly prepared: Prepared;
  readonly transcript: Transcript | null;
  readonly desk: Desk;
}) {
  const { quote } = chosen;
  const draft = desk.draftOf(quote.key);
  if (draft && transcript) {
    return (
      <WordsEditor
        key={quote.key}
        draft={draft}
        transcript={transcript}
        onChange={next => desk.write(chosen, next)}
        onSave={(saved, passage) => desk.save(chosen, saved, passage)}
        onCancel={() => desk.cancel(chosen)}
      />
    );
  }
  return (
    <ReadyPane
      quote={quote}
      ready={prepared.get(quote.key)}
      onState={state => desk.state(chosen, state)}
      onStar={() => desk.star(chosen)}
      onEdit={() => desk.edit(chosen)}
      onBack={() => desk.back(chosen)}
    />
  );
}

function Codes({ names }: { readonly names: readonly string[] }) {
  const codes = useCodes().data ?? [];
  return (
    <ul className={css.codes}>
      {names.map(name => {
        const code = codes.find(one => one.name === name);
        return (
          <li key={name}>
            {code && <CodeSign sigil={code.sigil} hue={code.hue} />}
            <span>{name}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** A speaker's name with their part in the conversation, unless the name says it already. */
function whoIs({ name, role, supportRole }: Speaker): string {
  const part = role === 'supporter' ? (supportRole ?? 'Second speaker') : role === 'interviewer' ? 'Interviewer' : '';
  const known = part === '' || name.toLowerCase().includes(part.toLowerCase());
  return known ? name : `${name} (${part.toLowerCase()})`;
}

/** The team's own number of a quote, where it has one; else its id is a coding's. */
const refOf = (id: string | undefined): string | undefined =>
  id === undefined || /^[0-9a-f]{8}-/.test(id) ? undefined : id;
