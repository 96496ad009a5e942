import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { addSource, sourceWithOriginal } from '../../../db/sources.ts';
import type { FileInput } from '../../../shared/api/inputs.ts';
import type { ImportReport, PreviewItem } from '../../../shared/api/outputs.ts';
import { correctDraft } from '../../../shared/importers/correct.ts';
import { importTranscript } from '../../../shared/importers/index.ts';
import { factsFor, parseSourcesCsv } from '../../../shared/importers/sourcesCsv.ts';
import type { Draft } from '../../../shared/model/draft.ts';
import type { SourceFacts } from '../../../shared/model/entities.ts';
import { type ErrorEnvelope, NinefoldError, toEnvelope } from '../../../shared/model/errors.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { newId } from '../../../shared/model/ids.ts';
import { attribute } from '../../../shared/text/attribution.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { readInput } from '../inputFiles.ts';

type Part = Pick<Handlers<Ctx>, 'import.preview' | 'import.commit' | 'import.discard'>;

const turnsShown = 60;

export const importHandlers: Part = {
  'import.preview': async ({ study, files, sources, facts }, ctx) => {
    const session = ctx.sessions.get(study);
    const rows = sources === undefined ? [] : sourcesRows(sources);
    const items: PreviewItem[] = [];
    for (const [index, input] of files.entries()) {
      ctx.progress(session, 'Reading transcripts', index, files.length);
      const read = await readTranscript(input, ctx);
      if (!read.ok) {
        items.push(rejected(read.file, read.error));
        continue;
      }
      const { file, bytes } = read;
      const listed = factsFor(rows, file);
      const draft: Draft = { ...read.draft, ...defined(facts ?? {}), ...(listed ? defined(listed) : {}) };
      const id = newId<'draft'>();
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      session.drafts.set(id, { fileName: file, bytes, sha256, draft });
      items.push(previewed(id, file, draft, sourceWithOriginal(session.file.read, sha256)));
      await new Promise(setImmediate);
    }
    return items;
  },

  'import.commit': async ({ study, items }, ctx) => {
    const session = ctx.sessions.get(study);
    const pending = items.map(item => {
      const draft = session.drafts.get(item.draft);
      if (!draft)
        throw new NinefoldError(
          'draft-gone',
          'This preview is no longer held. Nothing was imported. Read the files again.',
          { draft: item.draft },
        );
      return { ...draft, draft: correctDraft(draft.draft, item.facts, item.speakers) };
    });
    const { read } = session.file;
    const reports: ImportReport[] = [];
    for (const [index, { draft, fileName, bytes, sha256 }] of pending.entries()) {
      ctx.progress(session, 'Storing transcripts', index, pending.length);
      if (draft.turns.length === 0) {
        reports.push(
          reportOf(
            fileName,
            {
              ...draft,
              warnings: [
                ...draft.warnings,
                { code: 'no-words', message: `${fileName}: every speaker was left out, so nothing is left to import.` },
              ],
            },
            'rejected',
          ),
        );
        continue;
      }
      const known = sourceWithOriginal(read, sha256);
      if (known) {
        reports.push(
          reportOf(fileName, { ...draft, warnings: [...draft.warnings, alreadyThere(fileName)] }, 'skipped'),
        );
        continue;
      }
      ctx.sessions.command(
        session,
        'import.commit',
        { study, file: fileName, sha256, facts: factsOf(draft) },
        write => {
          addSource(read, write, { draft, fileName, bytes, sha256, coder: session.coder.id, at: ctx.now() });
          return { result: null, summary: `Imported “${draft.title}” (${fileName})` };
        },
      );
      reports.push(reportOf(fileName, draft, 'imported'));
      await new Promise(setImmediate);
    }
    for (const item of items) session.drafts.delete(item.draft);
    return reports;
  },

  'import.discard': ({ study, drafts }, { sessions }) => {
    const session = sessions.get(study);
    for (const draft of drafts) session.drafts.delete(draft);
    return null;
  },
};

function sourcesRows(text: string) {
  const parsed = parseSourcesCsv(text, 'the table of sources');
  if (!parsed.ok) throw new NinefoldError(parsed.error.code, parsed.error.message, parsed.error.details);
  return parsed.rows;
}

type Read =
  | { readonly ok: true; readonly file: string; readonly bytes: Uint8Array; readonly draft: Draft }
  | { readonly ok: false; readonly file: string; readonly error: ErrorEnvelope };

/** Reads a transcript that a caller names or brings; a refusal is given, not thrown. */
export async function readTranscript(input: FileInput, ctx: Ctx): Promise<Read> {
  const file = 'path' in input ? basename(input.path) : basename(input.name);
  try {
    const { bytes } = readInput(input, ctx.caller);
    const result = await importTranscript({ name: file, bytes });
    return result.ok ? { ok: true, file, bytes, draft: result.draft } : { ok: false, file, error: result.error };
  } catch (thrown) {
    return { ok: false, file, error: toEnvelope(thrown) };
  }
}

/** Only what is known: a null or missing fact leaves what was detected. */
function defined(
  facts: { readonly [Key in keyof SourceFacts]?: SourceFacts[Key] | null | undefined },
): Partial<SourceFacts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => value !== undefined && value !== null && key !== 'file'),
  );
}

const factsOf = ({ title, kind, group, phase, participant }: Draft): SourceFacts => ({
  title,
  kind,
  group,
  phase,
  participant,
});

const alreadyThere = (file: string) => ({
  code: 'already-imported',
  message: `${file} is in the study already, byte for byte.`,
});

function previewed(id: string, file: string, draft: Draft, duplicateOf: SourceId | null): PreviewItem {
  return {
    ...factsOf(draft),
    file,
    draft: id,
    error: null,
    duplicateOf,
    attribution: attribute(draft, null),
    format: draft.format,
    encoding: draft.encoding,
    turns: draft.turns.length,
    words: draft.words,
    characters: draft.text.length,
    speakers: draft.speakers,
    firstTurns: draft.turns
      .slice(0, turnsShown)
      .map(turn => ({ ...turn, text: draft.text.slice(turn.start, turn.end) })),
    leftOut: draft.leftOut,
    warnings: duplicateOf ? [...draft.warnings, alreadyThere(file)] : draft.warnings,
  };
}

function rejected(file: string, error: ErrorEnvelope): PreviewItem {
  return {
    file,
    draft: null,
    error,
    duplicateOf: null,
    title: file,
    kind: 'unknown',
    group: null,
    phase: null,
    participant: null,
    attribution: '',
    format: '',
    encoding: null,
    turns: 0,
    words: 0,
    characters: 0,
    speakers: [],
    firstTurns: [],
    leftOut: [],
    warnings: [],
  };
}

function reportOf(file: string, draft: Draft, status: ImportReport['status']): ImportReport {
  return {
    file,
    status,
    ...factsOf(draft),
    turns: draft.turns.length,
    speakers: draft.speakers.map(({ name, turns }) => ({ label: name, turns })),
    words: draft.words,
    characters: draft.text.length,
    warnings: draft.warnings,
  };
}
