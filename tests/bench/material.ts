import { assertNever } from '../../shared/model/errors.ts';
import type { SourceFormat } from '../../shared/model/kinds.ts';
import { docx, odt, pdfOf, rtf } from '../builders/documents.ts';

const words =
  'the boat was out and we went down to the yard because he said come on Thursday so I did and nobody asked me where I had been which was new for me and my nan laughed when she heard it'.split(
    ' ',
  );

/** Speech that is the same on every run: turns of some sentences, with curly quotes and a few marks. */
export function speech(
  turns: number,
  wordsPerTurn: number,
): readonly { readonly who: string; readonly said: string }[] {
  let seed = 42;
  const next = (most: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % most;
  };
  return Array.from({ length: turns }, (_, turn) => ({
    who: turn % 2 === 0 ? 'Interviewer' : 'CYP1',
    said: `${Array.from({ length: wordsPerTurn }, () => words[next(words.length)]).join(' ')}, I’d say ${turn}.`,
  }));
}

const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);

/** The speech as a file of each format. */
export function asFile(format: SourceFormat, turns: ReturnType<typeof speech>): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text);
  switch (format) {
    case 'txt':
      return encode(turns.map(({ who, said }) => `${who}: ${said}`).join('\n\n'));
    case 'md':
      return encode(`# Interview\n\n${turns.map(({ who, said }) => `**${who}:** ${said}`).join('\n\n')}`);
    case 'vtt':
      return encode(
        `WEBVTT\n\n${turns.map(({ who, said }, n) => `${clock(n * 5)} --> ${clock(n * 5 + 4)}\n<v ${who}>${said}</v>`).join('\n\n')}\n`,
      );
    case 'srt':
      return encode(
        turns
          .map(
            ({ who, said }, n) =>
              `${n + 1}\n${clock(n * 5).replace('.', ',')} --> ${clock(n * 5 + 4).replace('.', ',')}\n${who}: ${said}`,
          )
          .join('\n\n'),
      );
    case 'sbv':
      return encode(
        turns.map(({ who, said }, n) => `${clock(n * 5)},${clock(n * 5 + 4)}\n${who}: ${said}`).join('\n\n'),
      );
    case 'docx':
      return docx(turns.map(({ who, said }) => [{ bold: `${who}: ` }, said]));
    case 'odt':
      return odt(turns.map(({ who, said }) => [{ bold: `${who}: ` }, said]));
    case 'rtf':
      return rtf(turns.map(({ who, said }) => [{ bold: `${who}: ` }, said]));
    case 'pdf':
      return pdfOf(turns.map(({ who, said }) => `${who}: ${said}`));
    default:
      return assertNever(format);
  }
}
