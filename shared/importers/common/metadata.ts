import type { SourceFacts } from '../../model/entities.ts';
import { type SourceKind, sourceKinds } from '../../model/kinds.ts';
import type { Block } from './block.ts';
import { isUsualLabel } from './labels.ts';

export type Metadata = { readonly pairs: readonly (readonly [string, string])[]; readonly rest: readonly Block[] };

/** Longest run of `Key: value` lines that is looked at, so that a transcript with a ruled line far down is not taken for metadata. */
const most = 40;
/** Lines above such a run that may be a title. */
const titleLines = 3;

/** Reads `Key: value` lines above the speech: any keys if a line of dashes closes them, else the keys that transcribers put at the head of a transcript. */
export function readMetadata(blocks: readonly Block[]): Metadata {
  return ruledOff(blocks) ?? knownHead(blocks);
}

function ruledOff(blocks: readonly Block[]): Metadata | null {
  const end = blocks.findIndex(block => /^\s*(?:-{3,}|–{3,}|—{2,}|_{3,})\s*$/.test(block.text.slice(0, 200)));
  if (end < 1 || end > most) return null;
  const pairs: (readonly [string, string])[] = [];
  for (const block of blocks.slice(0, end)) {
    const pair = pairIn(block);
    if (pair) pairs.push(pair);
    else {
      const last = pairs.pop();
      if (!last) return null;
      pairs.push([last[0], `${last[1]} ${block.text.trim()}`]);
    }
  }
  const rest = blocks.slice(end + 1);
  return pairs.some(([key]) => heads.test(key)) || !areSpeakers(pairs, rest) ? { pairs, rest } : null;
}

/** Whether keys are labels in use among transcribers, or come again, above the rule or below it, as speakers do. */
function areSpeakers(pairs: Metadata['pairs'], rest: readonly Block[]): boolean {
  const keys = new Set(pairs.map(([key]) => key));
  if ([...keys].some(isUsualLabel)) return true;
  return keys.size < pairs.length || rest.some(block => keys.has(pairIn(block)?.[0] ?? ''));
}

/** Keys that no speaker is called by. */
const heads =
  /^(?:title|project|project (?:name|title)|study|method|source id|group|phase|wave|status|date(?: of (?:the )?(?:interview|recording|meeting|session|transcription))?|interview (?:date|number|no|id|type)|recording(?: date| length)?|time|start time|end time|duration|length|(?:recording|audio|interview) (?:length|duration)|location|venue|place|file(?: ?name)?|audio(?: file)?(?: name)?|transcript(?:ion)? (?:date|id|by|no)|transcribed by|transcriber|transcriptionist|typist|language|participant (?:id|no|number|code)|interviewee (?:id|no|number)|case id|id|ref(?:erence)?|version|confidentiality|participants|speakers|attendees|present|key)$/i;
/** Keys that are speakers too: they head a transcript only among keys of the first sort. */
const both =
  /^(?:interviewer|interviewee|participant|respondent|moderator|facilitator|researcher|interviewed by)s?(?: name| initials)?$/i;

/** Whether words are a key that heads a transcript, and not a speaker. */
export const isHeadKey = (text: string): boolean => heads.test(text);

/** A run of known keys at the head, below up to three lines of title. A key that may be a speaker counts only within the run and with a value too short to be speech. */
function knownHead(blocks: readonly Block[]): Metadata {
  const none = { pairs: [], rest: blocks };
  const first = blocks.slice(0, titleLines + 1).findIndex(block => heads.test(pairIn(block)?.[0] ?? ''));
  if (first < 0) return none;
  const pairs: (readonly [string, string])[] = [];
  let end = first;
  for (const block of blocks.slice(first, first + most)) {
    const pair = pairIn(block);
    const isHead = pair !== null && (heads.test(pair[0]) || (both.test(pair[0]) && !block.gap && isShort(pair[1])));
    if (!pair || !isHead) break;
    pairs.push(pair);
    end++;
  }
  if (pairs.length < 2 || end >= blocks.length) return none;
  const [next, ...others] = blocks.slice(end);
  return { pairs, rest: [...blocks.slice(0, first), ...(next ? [{ ...next, gap: true }] : []), ...others] };
}

const isShort = (value: string) => value.length <= 60 && value.split(/\s+/).length <= 6 && !/[.?!…]$/.test(value);

function pairIn({ text, label }: Block): readonly [string, string] | null {
  if (label !== undefined) return text.length <= 300 ? [label, text.trim()] : null;
  const pair = text.length <= 2000 ? /^\s*([\p{L}][\p{L} _-]{0,39}):\s*(.*)$/su.exec(text) : null;
  return pair?.[1] ? [pair[1].trim(), (pair[2] ?? '').trim()] : null;
}

const unknown = /^(?:|-|–|n\/?a|none|not (?:printed|known|stated|given)|unknown)$/i;
/** What the metadata says of the source; keys it does not know are kept with the source but say nothing here. */
export function factsFromMetadata(pairs: Metadata['pairs']): Partial<SourceFacts> {
  const value = (...keys: readonly string[]) => {
    const found = pairs.find(([key]) => keys.includes(key.toLowerCase()))?.[1];
    return found === undefined || unknown.test(found) ? undefined : found;
  };
  const kind = kindNamed(value('method', 'kind', 'type') ?? '');
  const phase = /\d{1,2}/.exec(value('phase', 'wave') ?? '')?.[0];
  const title = value('title');
  const group = value('group');
  const participant = value('participant');
  return {
    ...(title !== undefined && { title }),
    ...(kind && { kind }),
    ...(group !== undefined && { group }),
    ...(participant !== undefined && { participant }),
    ...(phase !== undefined && { phase: Number(phase) }),
  };
}

/** A kind by its own name or a usual spelling of it; null if it is none. */
export function kindNamed(text: string): SourceKind | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  const spelt: Readonly<Record<string, SourceKind>> = {
    fg: 'focus group',
    'e mail': 'email',
    'advisory board': 'advisory group',
    advisory: 'advisory group',
  };
  return sourceKinds.find(kind => kind === plain) ?? spelt[plain] ?? null;
}
