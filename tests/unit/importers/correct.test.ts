import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctDraft } from '../../../shared/importers/correct.ts';
import type { Draft, SpeakerDecision } from '../../../shared/model/draft.ts';
import { countWords } from '../../../shared/text/words.ts';
import { draftOf, turnsOf } from '../../builders/drafts.ts';

const speech = `Interviewer: How was it?
CYP 1: Good.
CYP1: Very good.
Mentor: He means it.
Interviewer: Oh.
CYP1: Yes.`;
const draft = await draftOf('a.txt', speech);
const keep = (label: string, change: Partial<SpeakerDecision> = {}): SpeakerDecision => ({
  label,
  name: label,
  role: 'participant',
  supportRole: null,
  leaveOut: false,
  ...change,
});
const named = (given: Draft) =>
  given.turns.map(turn => [
    turn.speaker === null ? null : given.speakers[turn.speaker]?.name,
    given.text.slice(turn.start, turn.end),
  ]);

describe('a corrected draft', () => {
  it('is the draft itself where nothing was decided', () => {
    expect(correctDraft(draft, undefined, undefined)).toEqual(draft);
  });

  it('takes the facts that were decided', () => {
    const facts = { title: 'Robin', kind: 'interview', group: 'CYP', phase: 2, participant: 'CYP1' } as const;
    expect(correctDraft(draft, facts, undefined)).toEqual({ ...draft, ...facts });
  });

  it('renames a speaker and keeps the label that stands in the file', () => {
    const changed = correctDraft(draft, undefined, [
      keep('Mentor', { name: 'Mo', role: 'supporter', supportRole: 'Mentor' }),
    ]);
    expect(changed.speakers.find(one => one.name === 'Mo')).toMatchObject({
      label: 'Mentor',
      role: 'supporter',
      supportRole: 'Mentor',
      turns: 1,
    });
    expect(changed.speakers.find(one => one.name === 'Interviewer')).toMatchObject({ role: 'interviewer', turns: 2 });
    expect(changed.text).toBe(draft.text);
  });

  it('joins speakers of one name', () => {
    const changed = correctDraft(draft, undefined, [keep('CYP 1', { name: 'CYP1' }), keep('CYP1')]);
    expect(changed.speakers.map(one => [one.name, one.turns])).toEqual([
      ['Interviewer', 2],
      ['CYP1', 3],
      ['Mentor', 1],
    ]);
    expect(named(changed).map(([name]) => name)).toEqual([
      'Interviewer',
      'CYP1',
      'CYP1',
      'Mentor',
      'Interviewer',
      'CYP1',
    ]);
  });

  it('leaves out the turns of a label, and lays out the rest anew', () => {
    const changed = correctDraft(draft, undefined, [keep('Mentor', { leaveOut: true })]);
    expect(named(changed)).toEqual(turnsOf(draft).filter(([label]) => label !== 'Mentor'));
    expect(changed.text).not.toContain('means it');
    expect(changed.words).toBe(countWords(changed.text));
  });

  it('leaves out one of two labels that bear one name, and keeps the other', () => {
    const changed = correctDraft(draft, undefined, [keep('CYP 1', { name: 'CYP1', leaveOut: true }), keep('CYP1')]);
    expect(changed.speakers.find(one => one.name === 'CYP1')).toMatchObject({ turns: 2 });
    expect(changed.text).not.toContain('Good.\n');
  });

  it('two speakers may trade their labels as names', () => {
    const changed = correctDraft(draft, undefined, [
      keep('Mentor', { name: 'CYP1' }),
      keep('CYP1', { name: 'Mentor' }),
    ]);
    expect(named(changed)).toEqual(
      turnsOf(draft).map(([label, words]) => [
        label === 'Mentor' ? 'CYP1' : label === 'CYP1' ? 'Mentor' : label,
        words,
      ]),
    );
  });

  it('keeps every word of the turns that stay, in their order, whatever is decided', () => {
    const labels = draft.speakers.map(one => one.label);
    const decision = fc.record({
      label: fc.constantFrom(...labels),
      name: fc.constantFrom(...labels, 'Mo', 'Sal'),
      role: fc.constantFrom('participant' as const, 'supporter' as const, 'interviewer' as const),
      supportRole: fc.constantFrom(null, 'Mentor'),
      leaveOut: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(decision, { selector: one => one.label }), decisions => {
        const changed = correctDraft(draft, undefined, decisions);
        const of = (label: string | null) => decisions.find(one => one.label === label);
        const expected = turnsOf(draft).flatMap(([label, words]) =>
          of(label)?.leaveOut ? [] : [[of(label)?.name ?? label, words]],
        );
        expect(named(changed)).toEqual(expected);
        expect(new Set(changed.speakers.map(one => one.name)).size).toBe(changed.speakers.length);
        expect(changed.speakers.reduce((sum, one) => sum + one.turns, 0)).toBe(changed.turns.length);
      }),
    );
  });
});
