import { addCode, codeNamed } from '../../../db/codes.ts';
import { addCoding } from '../../../db/codings.ts';
import { getFramework } from '../../../db/frameworks.ts';
import type { Reader } from '../../../db/reader.ts';
import { listSources, sourceText, speakersOf, turnsOf } from '../../../db/sources.ts';
import { setThemeOutcomes } from '../../../db/themeOutcomes.ts';
import { addTheme, setThemeCodes, themeInUse, themeNamed } from '../../../db/themes.ts';
import type { Writer } from '../../../db/writer.ts';
import type { ExtractReport } from '../../../shared/api/outputs.ts';
import { type ExtractRow, parseExtractsCsv } from '../../../shared/importers/extractsCsv.ts';
import type { Source, Span } from '../../../shared/model/entities.ts';
import { NinefoldError } from '../../../shared/model/errors.ts';
import type { CodeId, CoderId, SourceId, ThemeId } from '../../../shared/model/ids.ts';
import { decodeText } from '../../../shared/text/decode.ts';
import { locateExtract, prepareText } from '../../../shared/text/locate.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { readInput } from '../inputFiles.ts';
import { count } from '../plain.ts';

type Part = Pick<Handlers<Ctx>, 'extract.import'>;

/** A source made ready for looking extracts up in it. */
type Searched = {
  readonly source: Source;
  readonly text: string;
  readonly prepared: ReturnType<typeof prepareText>;
  readonly turnsOf: (speaker: string) => readonly Span[];
};

export const extractHandlers: Part = {
  'extract.import': (input, ctx) => {
    const session = ctx.sessions.get(input.study);
    const { read } = session.file;
    const file = readInput(input.file, ctx.caller);
    const decoded = decodeText(file.bytes);
    if (!decoded.ok) throw new NinefoldError(decoded.code, `${file.name}: ${decoded.message}`, { file: file.name });
    const parsed = parseExtractsCsv(decoded.text, file.name);
    if (!parsed.ok) throw new NinefoldError(parsed.error.code, parsed.error.message, parsed.error.details);
    const unknown = unknownOutcome(read, parsed.rows);
    if (unknown) {
      throw new NinefoldError(
        'csv-broken',
        `${file.name}, extract ${unknown.id}: there is no outcome ${unknown.outcome} in this study. Nothing was coded. Correct the number, or add the outcome.`,
        { file: file.name, id: unknown.id },
      );
    }
    const find = finder(read);
    const found = parsed.rows.map((row, index) => ({ row, rank: index + 1, ...find(row) }));
    const coder = session.coder.id;
    return ctx.sessions.command(
      session,
      'extract.import',
      { study: input.study, file: file.name, rows: parsed.rows.length },
      write => {
        let coded = 0;
        for (const { row, rank, report, source } of found) {
          const { status, start, end } = report;
          if (source === null || start === null || end === null || status === 'not-found' || status === 'ambiguous')
            continue;
          const code = codeFor(read, write, row, coder, ctx.now());
          const from = { ref: row.id === '' ? null : row.id, rank, note: row.note };
          addCoding(read, write, {
            source: source.source.id,
            text: source.text,
            span: { start, end },
            code,
            coder,
            at: ctx.now(),
            from,
          });
          coded++;
        }
        return { result: found.map(one => one.report), summary: `Coded ${count(coded, 'extract')} from ${file.name}` };
      },
    );
  },
};

/** Looks a row's extract up in its source; each source is read once. */
function finder(
  read: Reader,
): (row: ExtractRow) => { readonly report: ExtractReport; readonly source: Searched | null } {
  const sources = listSources(read);
  const opened = new Map<SourceId, Searched>();
  return row => {
    const source =
      sources.find(one => sameFile(one.fileName, row.source)) ?? sources.find(one => one.title === row.source);
    if (!source) {
      return {
        source: null,
        report: { id: row.id, status: 'not-found', score: 0, source: row.source, start: null, end: null, quoted: null },
      };
    }
    const searched = opened.get(source.id) ?? prepareSource(read, source);
    opened.set(source.id, searched);
    const spans = row.speaker === '' ? [] : searched.turnsOf(row.speaker);
    const hit = locateExtract(searched.prepared, row.extract, spans.length > 0 ? { spans } : {});
    const placed = hit.status === 'not-found' || hit.status === 'ambiguous' ? null : hit;
    return {
      source: searched,
      report: {
        id: row.id,
        status: hit.status,
        score: hit.score,
        source: row.source,
        start: placed?.start ?? null,
        end: placed?.end ?? null,
        quoted:
          placed && placed.start !== null && placed.end !== null ? searched.text.slice(placed.start, placed.end) : null,
      },
    };
  };
}

function prepareSource(read: Reader, source: Source): Searched {
  const text = sourceText(read, source.id);
  const turns = turnsOf(read, source.id);
  const speakers = speakersOf(read, source.id);
  return {
    source,
    text,
    prepared: prepareText(text),
    turnsOf: label => {
      const ids = new Set(speakers.filter(one => one.label === label || one.name === label).map(one => one.id));
      return turns.filter(turn => turn.speaker !== null && ids.has(turn.speaker));
    },
  };
}

/** A file's name with or without its ending, in any case. */
function sameFile(fileName: string, given: string): boolean {
  const name = fileName.toLowerCase();
  const wanted = given.trim().toLowerCase();
  return name === wanted || name.replace(/\.[^.]+$/, '') === wanted;
}

/** The code a row names, made if need be and put in the row's theme; a row with only a theme gets a code of the theme's name. */
function codeFor(read: Reader, write: Writer, row: ExtractRow, coder: CoderId, at: string): CodeId {
  const name = row.code === '' ? row.theme : row.code;
  const code = codeNamed(read, name) ?? addCode(read, write, { name, coder, at });
  if (row.theme !== '') placeInTheme(read, write, row, code, coder, at);
  return code;
}

function placeInTheme(read: Reader, write: Writer, row: ExtractRow, code: CodeId, coder: CoderId, at: string): void {
  const fields = { name: row.theme, concept: '', definition: '', status: 'candidate' } as const;
  const id: ThemeId = themeNamed(read, row.theme) ?? addTheme(read, write, fields, coder, at);
  const theme = themeInUse(read, id);
  if (!theme.codes.includes(code)) setThemeCodes(read, write, id, [...theme.codes, code]);
  if (row.outcome === null) return;
  const outcome = getFramework(read).outcomes.find(one => one.number === row.outcome);
  if (outcome && !theme.outcomes.includes(outcome.id))
    setThemeOutcomes(read, write, id, [...theme.outcomes, outcome.id], null);
}

function unknownOutcome(read: Reader, rows: readonly ExtractRow[]): ExtractRow | undefined {
  const numbers = new Set(getFramework(read).outcomes.map(outcome => outcome.number));
  return rows.find(row => row.outcome !== null && !numbers.has(row.outcome));
}
