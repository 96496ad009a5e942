import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFacts, Speaker } from '../../../shared/model/entities.ts';
import { type SourceKind, sourceKinds, speakerRoles } from '../../../shared/model/kinds.ts';
import { attribute } from '../../../shared/text/attribution.ts';
import { recogniseAttribution } from '../../../shared/text/recognise.ts';

type Facts = Pick<SourceFacts, 'kind' | 'group' | 'phase' | 'participant'>;
type Named = Pick<Speaker, 'name' | 'label' | 'role' | 'supportRole'>;

const of = (kind: SourceKind, group: string | null, participant: string | null, phase: number | null): Facts => ({
  kind,
  group,
  participant,
  phase,
});
const mentor: Named = { name: 'Mo', label: 'Mentor', role: 'supporter', supportRole: 'Mentor' };

/** Every form of the house style. */
const forms: readonly (readonly [string, Facts, Named | null])[] = [
  ['Interview CYP1', of('interview', 'CYP', 'CYP1', null), null],
  ['Interview CYP2', of('interview', 'CYP', 'CYP2', null), null],
  ['Interview CYP7', of('interview', 'CYP', 'CYP7', null), null],
  ['Interview CYP7 (Mentor supporting)', of('interview', 'CYP', 'CYP7', null), mentor],
  ['Interview CYP12 phase 2', of('interview', 'CYP', 'CYP12', 2), null],
  ['Interview CYP12 phase 2 (Mentor supporting)', of('interview', 'CYP', 'CYP12', 2), mentor],
  ['Professional Interview', of('interview', 'Professional', null, null), null],
  ['Professional Interview phase 1', of('interview', 'Professional', null, 1), null],
  ['Professional Interview phase 2', of('interview', 'Professional', null, 2), null],
  ['Professional FG phase 1', of('focus group', 'Professional', null, 1), null],
  ['Professional FG phase 2', of('focus group', 'Professional', null, 2), null],
  ['Parent/Carer FG phase 1', of('focus group', 'Parent/Carer', null, 1), null],
  ['Parent/Carer FG phase 2', of('focus group', 'Parent/Carer', null, 2), null],
  ['Advisory Group member', of('advisory group', 'Advisory Group', null, null), null],
  ['Advisory Group member phase 2', of('advisory group', 'Advisory Group', null, 2), null],
  ['Staff Email', of('email', 'Staff', null, null), null],
];

/** What is printed where less is known, or another thing. */
const others: typeof forms = [
  ['Interview', of('interview', null, null, null), null],
  ['Focus group phase 3', of('focus group', null, null, 3), null],
  ['Advisory Group member phase 1', of('advisory group', null, null, 1), null],
  ['Email', of('email', null, null, null), null],
  ['Professional Document', of('document', 'Professional', null, null), null],
  ['Document', of('document', null, null, null), null],
  ['CYP3', of('unknown', 'CYP', 'CYP3', null), null],
  ['Staff phase 1', of('unknown', 'Staff', null, 1), null],
  ['Source not known', of('unknown', null, null, null), null],
  ['Interview CYP2', of('interview', 'CYP', 'CYP2', null), { ...mentor, role: 'participant', supportRole: null }],
  ['Interview CYP2 (Interviewer)', of('interview', 'CYP', 'CYP2', null), { ...mentor, role: 'interviewer' }],
  [
    'Interview CYP2 (Second speaker supporting)',
    of('interview', 'CYP', 'CYP2', null),
    { ...mentor, supportRole: null },
  ],
];

const name = fc.oneof(
  fc.constantFrom('CYP', 'Parent/Carer', '{participant}', '{group}', '$&', "$'", '$1'),
  fc.string({ minLength: 1, maxLength: 20 }).filter(text => text.trim() !== ''),
);
const facts: fc.Arbitrary<Facts> = fc.record({
  kind: fc.constantFrom(...sourceKinds),
  group: fc.option(name),
  participant: fc.option(name),
  phase: fc.option(fc.integer({ min: 1, max: 99 })),
});
const speaker = fc.option(
  fc.record({ name, label: name, role: fc.constantFrom(...speakerRoles), supportRole: fc.option(name) }),
);

describe('attribution', () => {
  it('has sixteen house forms', () => expect(forms).toHaveLength(16));

  it.each(forms)('prints %s', (printed, source, who) => {
    expect(attribute(source, who)).toBe(printed);
  });

  it.each(others)('prints %s', (printed, source, who) => {
    expect(attribute(source, who)).toBe(printed);
  });

  it('is never empty, and never holds a gap where something is not known', () => {
    fc.assert(
      fc.property(facts, speaker, (source, who) => {
        const given = [source.group, source.participant, who?.supportRole].filter(one => typeof one === 'string');
        const printed = attribute(source, who);
        expect(printed.trim()).not.toBe('');
        const own = given.reduce((rest, one) => rest.replaceAll(one, ''), printed);
        expect(own).not.toMatch(/undefined|null|NaN|\{group\}|\{participant\}/);
      }),
      { numRuns: 500 },
    );
  });

  it('prints group and participant letter for letter', () => {
    fc.assert(
      fc.property(name, name, (group, participant) => {
        expect(attribute(of('focus group', group, null, null), null)).toBe(`${group} FG`);
        expect(attribute(of('interview', group, participant, null), null)).toBe(`Interview ${participant}`);
      }),
    );
  });

  it('prints a phase exactly where it is known', () => {
    fc.assert(
      fc.property(facts, source => {
        const plain = attribute({ ...source, phase: null }, null);
        const printed = attribute(source, null);
        expect(printed).toBe(source.phase === null ? plain : `${plain} phase ${source.phase}`);
      }),
    );
  });
});

describe('recognising a spelling', () => {
  it.each(forms)('reads %s back into the facts it came from', (printed, source) => {
    const known = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null));
    expect(recogniseAttribution(printed)).toEqual(known);
  });

  const parents1 = { kind: 'focus group', group: 'Parent/Carer', phase: 1 };
  const professionals2 = { kind: 'focus group', group: 'Professional', phase: 2 };
  const advisory2 = { kind: 'advisory group', group: 'Advisory Group', phase: 2 };
  const cyp2 = { kind: 'interview', group: 'CYP', participant: 'CYP2' };
  it.each([
    ['Parent carer FG phase 1', parents1],
    ['Parent/Carer FG phase 1', parents1],
    ['Parents and carers focus group, phase 1', parents1],
    ['parent & carer FG 1', parents1],
    ['Parent/carer  FG  Phase 1', parents1],
    ['FG Parent-Carer phase 1', parents1],
    ['parent-carer-FG-phase-1.txt', parents1],
    ['parent_carer_fg_phase1.docx', parents1],
    ['Carers FG phase 1', parents1],
    ['FG Professional phase 2', professionals2],
    ['Professional FG phase 2', professionals2],
    ['Professionals FG 2', professionals2],
    ['Professional focus group phase 2', professionals2],
    ['Professional FG wave 2', professionals2],
    ['Professional FG2', professionals2],
    ['Professional FG (phase 2)', professionals2],
    ['Professional Focus Group 2', professionals2],
    ['Professional FG 1', { kind: 'focus group', group: 'Professional', phase: 1 }],
    ['Advisory Board member phase 2', advisory2],
    ['Advisory Group member phase 2', advisory2],
    ['advisory-group-phase-2.txt', advisory2],
    ['Member of the advisory group, Phase 2', advisory2],
    ['Interview CYP 2', cyp2],
    ['Interview CYP2', cyp2],
    ['CYP2 interview', cyp2],
    ['interview-cyp-2.vtt', cyp2],
    ['interview_CYP2.docx', cyp2],
    ['Professional interview, phase 1', { kind: 'interview', group: 'Professional', phase: 1 }],
    ['Interview with a professional (phase 1)', { kind: 'interview', group: 'Professional', phase: 1 }],
    ['Staff e-mail', { kind: 'email', group: 'Staff' }],
    ['staff-email.txt', { kind: 'email', group: 'Staff' }],
    ['Young person interview', { kind: 'interview', group: 'CYP' }],
  ])('%s', (text, known) => {
    expect(recogniseAttribution(text)).toEqual(known);
  });

  it.each(['', 'notes', 'Robin.txt', 'meeting 2', '12 May', 'The biography of a harbour'])(
    'says nothing of %j',
    text => {
      expect(recogniseAttribution(text)).toEqual({});
    },
  );
});
