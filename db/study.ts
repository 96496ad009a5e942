import type { Coder, StudyCounts } from '../shared/model/entities.ts';
import { NinefoldError } from '../shared/model/errors.ts';
import type { OutcomeInput } from '../shared/model/framework.ts';
import type { StudyId } from '../shared/model/ids.ts';
import { newId } from '../shared/model/ids.ts';
import { addFramework } from './frameworks.ts';
import { perform } from './journal.ts';
import type { Reader } from './reader.ts';
import type { StudyFile } from './studyFile.ts';

/** Fills a new study file: the study itself, its first coder and its framework, as one journal entry. */
export function founding(
  file: StudyFile,
  input: {
    readonly title: string;
    readonly coder: string;
    readonly framework: { readonly title: string; readonly outcomes: readonly OutcomeInput[] };
  },
): Coder {
  const at = new Date().toISOString();
  const coder: Coder = { id: newId<'coder'>(), name: input.coder };
  // The coder signs the journal entry that makes the coder, so the row has to stand before the entry.
  perform(file, { coder: coder.id, command: 'study.create', input, undoable: false }, write => {
    write.insert('coder', { ...coder, created_at: at });
    write.insert('study', { id: newId<'study'>(), title: input.title, created_at: at });
    addFramework(file.read, write, input.framework, input.framework.outcomes);
    return { result: null, summary: `Made the study “${input.title}”` };
  });
  return coder;
}

export function studyFacts(read: Reader): { readonly id: StudyId; readonly title: string } {
  const row = read.get<{ id: StudyId; title: string }>('SELECT id, title FROM study LIMIT 1');
  if (!row) throw new NinefoldError('study-damaged', 'This file holds no study. Restore it from a backup.');
  return row;
}

export function listCoders(read: Reader): readonly Coder[] {
  return read.all<Coder>('SELECT id, name FROM coder ORDER BY created_at, id');
}

/** The coder of that name, added if new to the study; without a name the study's first coder. */
export function coderNamed(file: StudyFile, name: string | undefined): Coder {
  const coders = listCoders(file.read);
  const found = name === undefined ? coders[0] : coders.find(coder => coder.name === name);
  if (found) return found;
  const coder: Coder = { id: newId<'coder'>(), name: name ?? 'Coder' };
  perform(file, { coder: coder.id, command: 'study.open', input: { coder: coder.name }, undoable: false }, write => {
    write.insert('coder', { ...coder, created_at: new Date().toISOString() });
    return { result: null, summary: `${coder.name} joined the study` };
  });
  return coder;
}

/** `participants` are those known by a number or name of their own; people in a focus group are speakers, not counted here. */
export function countStudy(read: Reader): StudyCounts {
  const sources = read.get<{ sources: number; words: number }>(
    'SELECT count(*) AS sources, coalesce(sum(words), 0) AS words FROM source',
  );
  const participants = `SELECT count(*) FROM participant p
    WHERE EXISTS (SELECT 1 FROM source s WHERE s.participant_id = p.id) OR EXISTS (SELECT 1 FROM speaker k WHERE k.participant_id = p.id)`;
  return {
    sources: sources?.sources ?? 0,
    words: sources?.words ?? 0,
    turns: read.count('SELECT coalesce(sum(turns), 0) FROM source_count'),
    participants: read.count(participants),
    codes: read.count('SELECT count(*) FROM code'),
    codings: read.count('SELECT coalesce(sum(codings), 0) FROM source_count'),
    themes: read.count('SELECT count(*) FROM theme WHERE discarded_at IS NULL'),
    outcomes: read.count(
      'SELECT count(*) FROM outcome WHERE framework_id = (SELECT id FROM framework ORDER BY position, id LIMIT 1)',
    ),
  };
}
