import { findOccurrences } from '../../shared/text/occurrences.ts';
import { createView, spliceLabels } from '../../shared/text/views.ts';
import { ms, time } from './measure.ts';
import type { Report } from './report.ts';
import { createWords, random, vocabulary } from './words.ts';

const words = 300_000;
const terms = 200;
const size = '200 terms, 300,000 words';

/** Times the pure part of a redaction in one long text: finding terms, putting labels in, and the view back. */
export async function benchOccurrences({ row }: Report): Promise<void> {
  const text = capitalised(createWords(5)(words));
  const floor = await time(
    5,
    () => text.match(/[\p{L}\p{N}]+/gu)?.length,
    () => undefined,
  );
  const least = `${ms(floor.median)} ms (match each word)`;
  for (const near of [false, true]) {
    const found = await time(
      7,
      (list: readonly string[]) => findOccurrences(text, list, { near }),
      () => names(),
    );
    const act = near ? 'find terms in a text, with near spellings' : 'find terms in a text';
    row(act, size, `${ms(found.median)} ms, p95 ${ms(found.p95)} ms`, least, near ? '2,000 ms' : '800 ms');
  }
  const replacements = findOccurrences(text, names()).map(({ start, end }) => ({ start, end, label: '[somebody]' }));
  const spliced = await time(
    7,
    () => {
      const { text: printed, labels } = spliceLabels(text, replacements);
      const redactions = labels.map((label, index) => ({
        ...label,
        words: text.slice(replacements[index]?.start, replacements[index]?.end),
      }));
      if (createView(printed, redactions).spoken !== text) throw new Error('The view back is not the text.');
    },
    () => undefined,
  );
  row(
    'put labels in, and the view as spoken',
    `${replacements.length.toLocaleString('en-GB')} places, 300,000 words`,
    `${ms(spliced.median)} ms`,
    '–',
  );
}

/** A new list each time, so that nothing is remembered of it: words of the material with a capital, every third with a surname. */
function names(): readonly string[] {
  const known = vocabulary();
  const capital = (word = '') => word.charAt(0).toUpperCase() + word.slice(1);
  return Array.from({ length: terms }, (_, n) =>
    n % 3 === 0 ? `${capital(known[300 + n * 40])} ${capital(known[500 + n])}` : capital(known[300 + n * 40]),
  );
}

/** Every seventh word or so with a capital: far more than in talk, so that near spellings have work to do. */
function capitalised(text: string): string {
  const next = random(11);
  return text.replace(/\b[a-z]+/g, word => (next(7) === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word));
}
