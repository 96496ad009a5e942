import type { Code, Coding } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { foldForSearch, foldWith } from '../../../shared/text/fold.ts';

const stopWords = new Set(
  'about after again because been before could from have just like more much only other some than that their them then there they this were what when where which will with would your'.split(
    ' ',
  ),
);

/** Stems good enough to see that "argued" and "arguing" share something: folded words of four letters or more, cut to six. */
function stems(text: string): ReadonlySet<string> {
  const words = foldWith(text, foldForSearch).folded.match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.filter(word => !stopWords.has(word)).map(word => word.slice(0, 6)));
}

/**
 * Codes that may fit the selected words: those whose name or definition shares words with them, those on words close by first. Best first, at most `most`.
 * A help to the memory, nothing more: what fits is the researcher's to say.
 */
export function suggestCodes(
  codes: readonly Code[],
  words: string,
  near: readonly Coding[],
  most = 3,
): readonly CodeId[] {
  const said = stems(words);
  const close = new Set(near.map(coding => coding.code));
  const shared = (text: string) => [...stems(text)].filter(stem => said.has(stem)).length;
  return codes
    .map(code => ({
      id: code.id,
      score: shared(code.name) * 3 + shared(code.definition) + (close.has(code.id) ? 1 : 0),
    }))
    .filter(({ score }) => score >= 3)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ id }) => id);
}
