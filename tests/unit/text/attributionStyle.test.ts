import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../../shared/text/attribution.ts';
import { type AttributionFacts, renderAttribution, styleOf } from '../../../shared/text/attributionStyle.ts';
import { parseStyle, styleFieldNames } from '../../../shared/text/styleTemplate.ts';

const facts: AttributionFacts = {
  kind: 'interview',
  group: 'CYP',
  phase: 1,
  participant: 'CYP4',
  title: 'Fourth interview',
  speaker: { name: 'CYP4', label: 'CYP4', role: 'participant', supportRole: null },
  role: null,
};
const print = (template: string, change: Partial<AttributionFacts> = {}) =>
  renderAttribution(styleOf('Ours', template), { ...facts, ...change });
const mentor = { name: 'Mentor', label: 'M', role: 'supporter', supportRole: 'Mentor' } as const;

describe('an attribution style', () => {
  it('prints its fields and the words between them', () => {
    expect(print('{method} {participant}, {phase}')).toBe('Interview CYP4, phase 1');
    expect(print('{group} {method} · {source}', { kind: 'focus group' })).toBe('CYP FG · Fourth interview');
    expect(print('{Role}, {group}', { role: 'staff', group: 'Staff' })).toBe('staff, Staff');
  });

  it.each([
    ['{method} {participant}, {phase}', { phase: null }, 'Interview CYP4'],
    ['{method} {participant}, {phase}', { participant: null }, 'Interview, phase 1'],
    ['{method} {participant}, {phase}', { kind: 'unknown' }, 'CYP4, phase 1'],
    ['{participant} ({phase})', { phase: null }, 'CYP4'],
    ['{participant} ({group}, {phase})', { phase: null }, 'CYP4 (CYP)'],
    ['{participant} ({group}, {phase})', { phase: null, group: null }, 'CYP4'],
    ['{group} ({participant})', { group: null }, '(CYP4)'],
    ['{group}: {participant}', { group: null }, 'CYP4'],
    ['{role}', {}, 'Source not known'],
  ] as const)('%s without what is not known in %j', (template, change, printed) => {
    expect(print(template, change)).toBe(printed);
  });

  it('takes the first that is known, and words where none is', () => {
    expect(print('{participant|group|"Somebody"}', { participant: null })).toBe('CYP');
    expect(print('{participant|group|"Somebody"}', { participant: null, group: null })).toBe('Somebody');
    expect(print('{method}, {phase|"phase not known"}', { phase: null })).toBe('Interview, phase not known');
  });

  it('leaves a part in square brackets out where a field in it is not known', () => {
    const template = '{method}[ with {participant}][ (aged in {phase}[, {role}])]';
    expect(print(template)).toBe('Interview with CYP4 (aged in phase 1)');
    expect(print(template, { role: 'staff' })).toBe('Interview with CYP4 (aged in phase 1, staff)');
    expect(print(template, { participant: null, phase: null })).toBe('Interview');
  });

  it('prints brackets and braces that are asked for as words', () => {
    expect(print('{participant} {"["}{phase}{"]"}')).toBe('CYP4 [phase 1]');
  });

  it('always says whose words they are where they are not the participant’s', () => {
    expect(print('{participant}', { speaker: mentor })).toBe('CYP4 (Mentor supporting)');
    expect(print('{participant}[ – {aside}], {phase}', { speaker: mentor })).toBe('CYP4 – Mentor supporting, phase 1');
    expect(print('{participant}[ – {aside}], {phase}')).toBe('CYP4, phase 1');
  });

  it('is the house style where none is given', () => {
    expect(renderAttribution(null, facts)).toBe(attribute(facts, facts.speaker));
    expect(renderAttribution(undefined, { ...facts, speaker: mentor })).toBe(
      'Interview CYP4 phase 1 (Mentor supporting)',
    );
  });
});

describe('a template that cannot be read', () => {
  it.each([
    ['{method} {participent}', 11, 'There is no field “participent”. Did you mean “participant”?'],
    ['{Pahse}', 2, 'There is no field “Pahse”. Did you mean “phase”?'],
    ['{shoe size}', 2, 'There is no field “shoe size”. There are method, group, participant,'],
    ['{part}', 2, 'Did you mean “participant”?'],
    ['{method', 1, 'This { has no } after it.'],
    ['{method|', 1, 'This { has no } after it.'],
    ['{method|}', 9, 'Here a field is missing'],
    ['{}', 2, 'Here a field is missing'],
    ['{method} }', 10, 'This } has no { before it.'],
    ['{method}]', 9, 'This ] has no [ before it.'],
    ['{method}[, {phase}', 9, 'has no ] at its end'],
    ['{method}[, always]', 9, 'always printed'],
    ['{method}[{phase|"x"}]', 9, 'always printed'],
    ['{method "a"}', 9, 'Between { and }'],
    ['{"a}', 2, 'have no " at their end'],
    ['{method}\n{phase}', 9, 'one line'],
    ['   ', 1, 'The template is empty'],
  ])('%j: says where and what', (template, at, message) => {
    const parsed = parseStyle(template);
    expect(parsed).toMatchObject({ ok: false, problem: { at, message: expect.stringContaining(message) } });
  });

  it('is refused with its name', () => {
    expect(() => styleOf('Ours', '{participent}')).toThrow(
      "The style “Ours” can't be read at character 2: There is no field “participent”. Did you mean “participant”?",
    );
  });
});

describe('any template', () => {
  const bit = fc.oneof(
    fc.constantFrom(...styleFieldNames.map(name => `{${name}}`), '{a|', '[', ']', '{', '}', '"', ' (', '), ', ' – '),
    fc.string({ maxLength: 4 }),
  );
  const template = fc.array(bit, { maxLength: 8 }).map(bits => bits.join(''));
  const unknown = fc.record({
    kind: fc.constantFrom('interview', 'focus group', 'unknown'),
    group: fc.option(fc.constant('CYP')),
    phase: fc.option(fc.constant(2)),
    participant: fc.option(fc.constant('CYP4')),
    role: fc.option(fc.constant('staff')),
  });

  it('is read or refused at a place in it; what is printed is one line without outer space', () => {
    fc.assert(
      fc.property(template, unknown, (given, change) => {
        const parsed = parseStyle(given);
        if (!parsed.ok) {
          expect(parsed.problem.at).toBeGreaterThanOrEqual(1);
          expect(parsed.problem.at).toBeLessThanOrEqual(given.length + 1);
          return;
        }
        const printed = print(given, change as Partial<AttributionFacts>);
        expect(printed).toBe(printed.trim());
        expect(printed).not.toMatch(/[\n\t]|null|undefined/);
        expect(printed).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
