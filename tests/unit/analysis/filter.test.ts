import { describe, expect, test } from 'vitest';
import { asksForPeople, isOpen, passesPerson, passesSource } from '../../../shared/analysis/filter.ts';
import { newId } from '../../../shared/model/ids.ts';

const [source, other, participant, attribute] = Array.from({ length: 4 }, () => newId<never>());
const interview = { id: source!, kind: 'interview', group: 'CYP', phase: null } as const;
const person = { participant: participant!, values: new Map([[attribute!, 'yes']]) };

describe('the filter of the study', () => {
  test('lets everything through where nothing is asked', () => {
    expect(isOpen(undefined)).toBe(true);
    expect(isOpen({ kinds: undefined })).toBe(true);
    expect(isOpen({ kinds: [] })).toBe(false);
    expect(passesSource({}, interview)).toBe(true);
    expect(passesPerson({}, { participant: null, values: new Map() })).toBe(true);
  });

  test.each([
    [{ kinds: ['interview', 'email'] as const }, true],
    [{ kinds: [] }, false],
    [{ groups: ['Staff', 'CYP'] }, true],
    [{ groups: [null] }, false],
    [{ phases: [null] }, true],
    [{ phases: [1, 2] }, false],
    [{ sources: [other!] }, false],
    [{ sources: [source!], groups: ['Staff'] }, false],
  ])('sources: %j', (filter, passes) => {
    expect(passesSource(filter, interview)).toBe(passes);
  });

  test('people by who they are and what is known of them', () => {
    expect(passesPerson({ participants: [participant!] }, person)).toBe(true);
    expect(passesPerson({ participants: [participant!] }, { ...person, participant: null })).toBe(false);
    expect(passesPerson({ attributes: [{ attribute: attribute!, values: ['yes', 'no'] }] }, person)).toBe(true);
    expect(passesPerson({ attributes: [{ attribute: attribute!, values: [''] }] }, person)).toBe(false);
    expect(passesPerson({ attributes: [{ attribute: other!, values: [''] }] }, person)).toBe(true);
    expect(asksForPeople({ attributes: [] })).toBe(false);
    expect(asksForPeople({ participants: [] })).toBe(true);
  });
});
