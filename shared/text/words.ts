/** Words as a word processor counts them: stretches between white space that hold a letter or a digit. */
export function countWords(text: string): number {
  let words = 0;
  for (const token of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(token[0])) words++;
  return words;
}
