import type { Code, Coding, Span, Transcript } from '../../../shared/model/entities.ts';
import { attribute } from '../../../shared/text/attribution.ts';
import { mainTurn } from '../../../shared/text/turns.ts';
import { hrefOf } from '../../app/route.ts';
import { useExtracts } from '../../client/queries.ts';
import { IconButton } from '../../ui/Button.tsx';
import { CodeSign } from '../../ui/signs.tsx';
import { SensitiveMark } from '../disclosure/SensitiveMark.tsx';
import css from './Coding.module.css';

/** The chosen extract: its words, its attribution, and every code on exactly these words, each removable. */
export function ExtractPanel({
  transcript,
  codes,
  coding,
  place,
  onRemove,
}: {
  readonly transcript: Transcript;
  readonly codes: readonly Code[];
  readonly coding: Coding;
  /** Where it stands in the text as printed. */
  readonly place: Span;
  readonly onRemove: (coding: Coding) => void;
}) {
  const roles = new Map(transcript.speakers.map(speaker => [speaker.id, speaker]));
  const turn = mainTurn(
    transcript.turns,
    coding,
    one => one.speaker !== null && roles.get(one.speaker)?.role !== 'interviewer',
  );
  const speaker = (turn?.speaker && roles.get(turn.speaker)) || null;
  const same = transcript.codings.filter(one => one.start === coding.start && one.end === coding.end);
  return (
    <section className={css.extract} aria-label="Chosen extract">
      <h3>
        Extract <span className={css.quiet}>{turn ? `Turn ${turn.ordinal}` : ''}</span>
      </h3>
      <blockquote>{coding.quoted}</blockquote>
      <p className={css.attribution}>{attribute(transcript.source, speaker)}</p>
      <ul>
        {same.map(one => {
          const code = codes.find(candidate => candidate.id === one.code);
          return (
            code && (
              <li key={one.id}>
                <CodeSign sigil={code.sigil} hue={code.hue} />
                <span>{code.name}</span>
                <IconButton icon="close" label={`Take ${code.name} off these words`} onPress={() => onRemove(one)} />
              </li>
            )
          );
        })}
      </ul>
      <SensitiveMark source={transcript.source.id} start={place.start} end={place.end} />
    </section>
  );
}

/** All extracts of a code, each a way to its place. */
export function ExtractsOfCode({ code }: { readonly code: Code }) {
  const extracts = useExtracts({ code: code.id });
  return (
    <section className={css.extract} aria-label={`Extracts of ${code.name}`}>
      <h3>
        <CodeSign sigil={code.sigil} hue={code.hue} />
        {code.name} <span className={css.quiet}>{extracts.data?.length ?? code.extracts}</span>
      </h3>
      {code.definition && <p className={css.attribution}>{code.definition}</p>}
      <div className={css.extracts}>
        {extracts.data?.slice(0, 200).map(extract => (
          <a key={extract.key} href={hrefOf('code', extract.source, extract)}>
            <blockquote>{extract.text}</blockquote>
            <span className={css.attribution}>
              {extract.attribution}, turn {extract.turn}
            </span>
          </a>
        ))}
        {extracts.data?.length === 0 && <p className={css.quiet}>No words are coded with it yet.</p>}
      </div>
    </section>
  );
}
