import type { RefObject } from 'react';
import type { Code, Coding, Span, Transcript } from '../../../shared/model/entities.ts';
import { moveEdge, type Unit, unitAt } from '../../../shared/text/units.ts';
import { type Command, useCommands } from '../../app/commands.ts';
import { caretOffset, placeCaret, putCaret, selectedSpan, selectSpan } from '../../lexical/places.ts';
import { announce } from '../../ui/announce.ts';
import type { CodingActs } from './useCodingActs.ts';
import { changeView, type View } from './view.ts';

type Given = {
  readonly page: RefObject<HTMLElement | null>;
  readonly transcript: Transcript;
  readonly codes: readonly Code[];
  readonly selection: Span | null;
  readonly chosen: Coding | null;
  readonly recent: Code | undefined;
  readonly acts: CodingActs;
  readonly view: View;
  readonly onChoose: (coding: string | null) => void;
  /** Opens the palette; `span` are the words that are selected at this moment. */
  readonly onPalette: (what: 'apply' | 'recode', span: Span | null) => void;
  readonly onFind: () => void;
  readonly onAutocode: () => void;
  readonly onMend: () => void;
  readonly onMemo: () => void;
  /** Words of the screen as they are printed: names that are made from words must not hold what is replaced. */
  readonly printedWords: (span: Span) => string;
  readonly spoken: boolean;
  /** Begins a replacement of words by a label. */
  readonly onReplace: (span: Span) => void;
  /** Turns between as printed and as spoken. */
  readonly onSpoken: () => void;
};

/** The words selected at this moment: what the page says, since the state of the screen follows it a little later. */
const selectedNow = ({ page, transcript, selection }: Pick<Given, 'page' | 'transcript' | 'selection'>): Span | null =>
  (page.current && selectedSpan(page.current, transcript)) ?? selection;

const select = 'Selecting words';
const code = 'Coding';
const change = 'The chosen coding';
const read = 'Reading';

/** Every act of reading and coding by key: they show in the palette of commands and on the sheet of shortcuts. */
export function useCodingKeys(given: Given): void {
  const { view, onFind, onAutocode, onMend, onMemo, spoken, onSpoken } = given;
  const coding = view.mode === 'code';
  useCommands([
    ...moving(given),
    ...selecting(given),
    ...(coding ? [...applying(given), ...changing(given)] : []),
    { id: 'code.find', name: 'Find words in all sources', group: read, keys: ['Ctrl+F'], inFields: true, run: onFind },
    {
      id: 'code.autocode',
      name: 'Autocode by words, pattern, speaker or question',
      group: code,
      keys: ['Alt+A'],
      run: onAutocode,
    },
    { id: 'code.memo', name: 'Memo on the words, the coding or the turn here', group: read, keys: ['M'], run: onMemo },
    { id: 'code.mend', name: 'Mend errors of transcription', group: read, keys: ['Alt+M'], run: onMend },
    {
      id: 'view.read',
      name: coding ? 'Read without coding tools' : 'Back to coding',
      group: read,
      keys: ['Alt+R'],
      run: () => changeView({ mode: coding ? 'read' : 'code' }),
    },
    {
      id: 'view.dense',
      name: view.margin === 'dense' ? 'Names in the margin' : 'Dense margin without names',
      group: read,
      keys: ['D'],
      run: () => changeView({ margin: view.margin === 'dense' ? 'names' : 'dense' }),
    },
    {
      id: 'view.lines',
      name: view.lines ? 'Hide line numbers' : 'Show line numbers',
      group: read,
      keys: ['L'],
      run: () => changeView({ lines: !view.lines }),
    },
    {
      id: 'names.replace',
      name: 'Replace the selected words by a label everywhere',
      group: read,
      keys: ['Alt+L'],
      run: () => replaceSelected(given),
    },
    {
      id: 'view.spoken',
      name: spoken ? 'Show the words as printed' : 'Show the words as spoken',
      group: read,
      keys: ['Alt+P'],
      run: onSpoken,
    },
    {
      id: 'view.times',
      name: view.times ? 'Hide times' : 'Show times',
      group: read,
      run: () => changeView({ times: !view.times }),
    },
  ]);
}

export function replaceSelected(given: Pick<Given, 'page' | 'transcript' | 'selection' | 'onReplace'>): void {
  const span = selectedNow(given);
  if (span) given.onReplace(span);
  else announce('Select the name first.');
}

function moving({ page, transcript, chosen, onChoose }: Given): readonly Command[] {
  const turnBy = (by: 1 | -1) => {
    const root = page.current;
    if (!root) return;
    const caret = caretOffset(root, transcript);
    const now = caret === null ? -1 : transcript.turns.findIndex(turn => caret <= turn.end);
    const next = Math.min(transcript.turns.length - 1, Math.max(0, now + by));
    root.focus({ preventScroll: true });
    placeCaret(root, transcript, next);
    root.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const codingBy = (by: 1 | -1) => {
    const { codings } = transcript;
    const at = chosen ? codings.findIndex(one => one.id === chosen.id) : -1;
    const next = chosen ? codings[at + by] : fromCaret(page.current, transcript, by);
    if (!next) return announce(by > 0 ? 'No coding further down.' : 'No coding further up.');
    onChoose(next.id);
    const turn = transcript.turns.findIndex(one => one.end > next.start);
    page.current?.children[turn]?.scrollIntoView({ block: 'nearest' });
    if (page.current) putCaret(page.current, transcript, next.start);
  };
  return [
    { id: 'code.next', name: 'Next turn', group: read, keys: [']'], run: () => turnBy(1) },
    { id: 'code.previous', name: 'Previous turn', group: read, keys: ['['], run: () => turnBy(-1) },
    { id: 'code.nextCoding', name: 'Next coding', group: change, keys: ['J'], run: () => codingBy(1) },
    { id: 'code.previousCoding', name: 'Previous coding', group: change, keys: ['K'], run: () => codingBy(-1) },
  ];
}

function fromCaret(root: HTMLElement | null, transcript: Transcript, by: 1 | -1): Coding | undefined {
  const caret = (root && caretOffset(root, transcript)) ?? 0;
  return by > 0
    ? transcript.codings.find(one => one.end > caret)
    : transcript.codings.findLast(one => one.start < caret);
}

function selecting(given: Given): readonly Command[] {
  const { page, transcript } = given;
  const { text, turns } = transcript;
  const put = (span: Span | null) => {
    const root = page.current;
    if (!root || !span) return;
    root.focus({ preventScroll: true });
    selectSpan(root, transcript, span);
  };
  const grow = (unit: Unit) => {
    const selection = selectedNow(given);
    if (selection) return put(moveEdge(text, turns, selection, 'end', 1, unit));
    const caret = page.current && caretOffset(page.current, transcript);
    if (caret === null) return announce('Put the caret into the transcript first.');
    put(unitAt(text, turns, caret, unit));
  };
  const shrink = (unit: Unit) => {
    const selection = selectedNow(given);
    if (selection) put(moveEdge(text, turns, selection, 'end', -1, unit));
  };
  const units: readonly (readonly [Unit, string])[] = [
    ['word', 'W'],
    ['sentence', 'S'],
    ['turn', 'T'],
  ];
  return units.flatMap(([unit, key]) => [
    {
      id: `select.${unit}`,
      name: `Select this ${unit}, then the next one too`,
      group: select,
      keys: [key],
      run: () => grow(unit),
    },
    {
      id: `select.less.${unit}`,
      name: `Leave out the last ${unit}`,
      group: select,
      keys: [`Shift+${key}`],
      run: () => shrink(unit),
    },
  ]);
}

function applying(given: Given): readonly Command[] {
  const { codes, recent, acts, chosen, onPalette } = given;
  const withWords = (run: (span: Span) => void) => () => {
    const span = selectedNow(given);
    if (span) run(span);
    else announce('Select some words first.');
  };
  const favourites = codes.filter(one => one.favourite !== null);
  return [
    {
      id: 'code.open',
      name: 'Code the selected words',
      group: code,
      keys: ['C', 'Enter'],
      run: () => {
        const span = selectedNow(given);
        if (span) onPalette('apply', span);
        else if (chosen) onPalette('recode', null);
        else announce('Select some words first.');
      },
    },
    {
      id: 'code.repeat',
      name: recent ? `Code as “${recent.name}” again` : 'Repeat the last code',
      group: code,
      keys: ['R'],
      run: withWords(span => (recent ? void acts.apply(span, { code: recent.id }) : announce('No code was used yet.'))),
    },
    {
      id: 'code.inVivo',
      name: 'Code in their own words',
      group: code,
      keys: ['V'],
      run: withWords(span => void acts.apply(span, { newCode: inVivoName(given.printedWords(span)) })),
    },
    ...favourites.map(one => ({
      id: `code.favourite.${one.favourite}`,
      name: `Code as “${one.name}”`,
      group: code,
      keys: [String(one.favourite)],
      run: withWords(span => void acts.apply(span, { code: one.id })),
    })),
  ];
}

const inVivoLength = 60;

/** The selected words as the name of a code: one line, cut at a word. */
export function inVivoName(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= inVivoLength) return line;
  const cut = line.slice(0, inVivoLength);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), inVivoLength / 2)).replace(/[\uD800-\uDBFF]$/, '');
}

function changing({ page, transcript, chosen, acts, onChoose, onPalette }: Given): readonly Command[] {
  const withCoding = (run: (coding: Coding) => void) => () =>
    chosen ? run(chosen) : announce('Choose a coding first: J goes to the next one.');
  const edge = (id: string, name: string, key: string, side: 'start' | 'end', by: 1 | -1): Command => ({
    id,
    name,
    group: change,
    keys: [key],
    run: withCoding(coding => {
      const span = moveEdge(transcript.text, transcript.turns, coding, side, by, 'word');
      if (span.start !== coding.start || span.end !== coding.end) void acts.resize(coding, span);
    }),
  });
  return [
    {
      id: 'coding.recode',
      name: 'Put another code on it',
      group: change,
      keys: ['E'],
      run: withCoding(() => onPalette('recode', null)),
    },
    {
      id: 'coding.remove',
      name: 'Take it off',
      group: change,
      keys: ['X', 'Delete'],
      run: withCoding(coding => {
        onChoose(null);
        void acts.remove(coding);
      }),
    },
    {
      id: 'coding.letGo',
      name: 'Let go of it',
      group: change,
      keys: ['Escape'],
      run: () => onChoose(null),
    },
    edge('coding.longer', 'One word more at its end', 'Alt+ArrowRight', 'end', 1),
    edge('coding.shorter', 'One word less at its end', 'Alt+ArrowLeft', 'end', -1),
    edge('coding.earlier', 'One word more at its start', 'Alt+Shift+ArrowLeft', 'start', -1),
    edge('coding.later', 'One word less at its start', 'Alt+Shift+ArrowRight', 'start', 1),
    {
      id: 'coding.split',
      name: 'Split it at the caret',
      group: change,
      keys: ['/'],
      run: withCoding(coding => {
        const caret = page.current && caretOffset(page.current, transcript);
        if (caret === null || caret <= coding.start || caret >= coding.end)
          return announce('Put the caret where the coding should be split.');
        void acts.split(coding, caret);
      }),
    },
  ];
}
