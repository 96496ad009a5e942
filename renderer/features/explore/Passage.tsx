import type { Extract } from '../../../shared/api/outputs.ts';
import type { Code } from '../../../shared/model/entities.ts';
import { hrefOf } from '../../app/route.ts';
import { CodeSign } from '../../ui/signs.tsx';
import css from './Explore.module.css';

/** Longer extracts are cut in lists; the transcript has all of it. UTF-16 units. */
const most = 600;

/** One or two extracts of a place, with whose they are and the way to the transcript. With `code`, the words are said to be that code's. */
export function Passage({
  place,
  words,
  codes,
}: {
  readonly place: Pick<Extract, 'source' | 'start' | 'end'>;
  readonly words: readonly { readonly extract: Extract; readonly code: string | undefined }[];
  readonly codes: readonly Code[] | undefined;
}) {
  const first = words[0]?.extract;
  if (!first) return null;
  return (
    <li>
      <a className={css.passage} href={hrefOf('code', place.source, place)}>
        {words.map(({ extract, code }) => {
          const sign = codes?.find(one => one.id === code);
          return (
            <blockquote key={`${code} ${extract.key}`}>
              {sign && <CodeSign sigil={sign.sigil} hue={sign.hue} />}
              <span>{extract.text.length > most ? `${extract.text.slice(0, most)} …` : extract.text}</span>
            </blockquote>
          );
        })}
        <small>
          {first.attribution}
          {first.turn > 0 && `, turn ${first.turn}`}
        </small>
      </a>
    </li>
  );
}
