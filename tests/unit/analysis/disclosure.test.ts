import { describe, expect, test } from 'vitest';
import { checkDisclosure } from '../../../shared/analysis/disclosure/check.ts';
import { genderOfOther, genderOfSpeaker } from '../../../shared/analysis/disclosure/genderWords.ts';
import { headCount } from '../../../shared/analysis/disclosure/headCount.ts';
import type { DisclosureInput } from '../../../shared/analysis/disclosure/input.ts';
import { adviceLines, blockingLines } from '../../../shared/analysis/disclosure/lines.ts';
import { disclosureReport } from '../../../shared/analysis/disclosure/report.ts';
import { readAcceptJson } from '../../../shared/importers/acceptJson.ts';
import { isFindingKey } from '../../../shared/model/disclosure.ts';
import type { AttributeId, SourceId } from '../../../shared/model/ids.ts';
import { focusGroup, inputOf, personOf, quoteOf } from '../../builders/disclosure.ts';

const check = (given: Partial<DisclosureInput>) => checkDisclosure(inputOf(given));
const kinds = (given: Partial<DisclosureInput>) => check(given).map(one => one.kind);
const long = (words: number) => Array.from({ length: words }, () => 'plank').join(' ');

describe('names that are left over', () => {
  test('block wherever they would be printed, at their very place', () => {
    const quote = quoteOf({ text: 'Then Sal Harker’s brother came.', start: 40 });
    const [one, ...rest] = check({ quotes: [quote], terms: ['Sal Harker'] });
    expect(rest).toEqual([]);
    expect(one).toMatchObject({
      level: 'blocking',
      kind: 'leftover-name',
      place: { quotes: [{ id: quote.id }], words: { source: 's1', start: 45, end: 55 } },
    });
    expect(one!.message).toContain('“Sal Harker”');
  });

  test('are looked for in lead-ins, labels, names of speakers and files, and prose', () => {
    const fields = { leadIn: 'Harker said:', label: 'Interview Harker', speakerName: 'Harker', file: 'Harker.txt' };
    for (const [field, words] of Object.entries(fields)) {
      const found = check({ quotes: [quoteOf({ [field]: words })], terms: ['Harker'] });
      expect(found.filter(one => one.kind === 'leftover-name')).toMatchObject([{ place: { words: null } }]);
    }
    const prose = [{ where: 'narrative of the theme “Craft”', text: 'As Harker put it.', owner: 'theme:t1:narrative' }];
    expect(check({ prose, terms: ['Harker'] })).toMatchObject([
      { kind: 'leftover-name', place: { quotes: [], where: 'narrative of the theme “Craft”' } },
    ]);
  });

  test('are looked for in the passage, too, from which the printed words leave them out', () => {
    const quote = quoteOf({ text: 'Harker came, and we built.', printed: '… we built.', start: 0 });
    expect(check({ quotes: [quote], terms: ['Harker'] })).toMatchObject([
      { kind: 'leftover-name', place: { words: { start: 0, end: 6 } } },
    ]);
  });

  test('are looked for in attributes that are printed', () => {
    const people = [personOf('p1', { values: { a1: 'Harker Academy' } as never })];
    const attributes = [{ id: 'a1' as AttributeId, name: 'School' }];
    const given = { quotes: [quoteOf()], people, terms: ['Harker Academy'] };
    expect(kinds({ ...given, attributes })).toContain('leftover-name');
    expect(kinds(given)).toEqual([]);
  });

  test('never run from one piece into the next', () => {
    const quotes = [quoteOf({ text: 'So said Sal' }), quoteOf({ text: 'Harker was there.' })];
    expect(kinds({ quotes, terms: ['Sal Harker'] })).not.toContain('leftover-name');
  });

  test('are advice where they are only near', () => {
    expect(check({ quotes: [quoteOf({ text: 'It was Harkerr who came.' })], terms: ['Harker'] })).toMatchObject([
      { kind: 'near-name', level: 'advice' },
    ]);
  });

  describe('have a key', () => {
    const keyOf = (text: string, more: Partial<DisclosureInput> = {}) =>
      check({ quotes: [quoteOf({ text, identity: 'same', start: 0 })], terms: ['Harker'], ...more })[0]!.key;

    test('that stays the same while other things come, go and move', () => {
      const said = 'Then I told Harker about it all.';
      expect(keyOf(`${'We had built a boat before. '.repeat(3)}${said}`)).toBe(
        keyOf(`We had built a boat before. ${said}`),
      );
      const prose = ['a', 'b'].map(owner => ({ where: owner, text: `The shed, by Harker, ${owner}.`, owner }));
      const keys = (given: typeof prose) => check({ prose: given, terms: ['Harker'] }).map(one => one.key);
      expect(keys(prose.slice(1))).toEqual(keys(prose).slice(1));
    });

    test('of its own where other words stand around them, or they are somebody else’s', () => {
      expect(keyOf('Harker as a brand.')).not.toBe(keyOf('Harker of 5 High Street.'));
      const prose = (owner: string) => [{ where: 'there', text: 'Harker as a brand.', owner }];
      expect(check({ prose: prose('theme:a:concept'), terms: ['Harker'] })[0]!.key).not.toBe(
        check({ prose: prose('theme:a:definition'), terms: ['Harker'] })[0]!.key,
      );
    });

    test('made of sealed words alone, so that it tells no name', () => {
      expect(keyOf('Harker came.', { seal: () => 'sealed' })).toBe(keyOf('Harker went.', { seal: () => 'sealed' }));
      expect(keyOf('Harker came.')).not.toBe(keyOf('Harker went.'));
    });
  });

  test('are looked for in all that the file is made of, and told once', () => {
    const quotes = [quoteOf({ text: 'Then I told Harker about it all.' })];
    const rest = [
      'Then I told Harker about it all.',
      'Harker',
      'Harker’s own group',
      'Q1; Then I told Harker about it all.',
    ].map(text => ({ where: text, text, owner: 'file' }));
    expect(check({ quotes, rest, terms: ['Harker'] }).map(one => one.place.where)).toEqual([
      null,
      'Harker',
      'Harker’s own group',
    ]);
  });

  test('are not looked for, and not promised, while the key is closed', () => {
    const quotes = [quoteOf({ text: 'Harker came.' })];
    expect(check({ quotes })).toEqual([]);
    const base = { findings: [], accepted: [], quotes: [], least: 5, asSpoken: false, attributes: true };
    expect(disclosureReport({ ...base, names: false }).unseen.join(' ')).toContain('the key is closed');
    expect(disclosureReport({ ...base, names: true }).unseen.join(' ')).not.toContain('the key is closed');
    expect(disclosureReport({ ...base, names: true }).unseen.join(' ')).toContain('not in the table');
  });
});

describe('quotes and their sources', () => {
  test('a quote whose source is gone, or without a label, blocks', () => {
    expect(kinds({ quotes: [quoteOf({ source: null, inText: null })] })).toEqual(['no-source']);
    expect(kinds({ quotes: [quoteOf({ label: ' ' })] })).toContain('no-source');
  });

  test('so do words that are not those of the text, and words made ready with a fault', () => {
    expect(kinds({ quotes: [quoteOf({ inText: 'Other words.' })] })).toEqual(['words-differ']);
    expect(check({ quotes: [quoteOf({ printed: 'Boats', fault: '“Boats” is not there.' })] })).toMatchObject([
      { kind: 'words-differ', level: 'blocking' },
    ]);
  });

  test('a source of which nothing is known is advice', () => {
    expect(check({ quotes: [quoteOf({ label: 'Source not known' })] })).toMatchObject([
      { kind: 'unknown-source', level: 'advice' },
    ]);
  });
});

describe('sensitive extracts', () => {
  const quote = quoteOf({ start: 10, end: 30 });
  const mark = { id: 'm1', source: 's1' as SourceId, start: 25, end: 60, kind: 'weapons', agreed: 'no' as const };

  test('block until the second yes, also where only a part would be printed', () => {
    expect(check({ quotes: [quote], marks: [mark] })).toMatchObject([
      { kind: 'sensitive', level: 'blocking', place: { words: { start: 25, end: 60 } } },
    ]);
    expect(check({ quotes: [quote], marks: [{ ...mark, start: 30 }] })).toEqual([]);
    expect(check({ quotes: [quote], marks: [{ ...mark, agreed: 'other-coder' }] })).toEqual([]);
  });

  test('a second yes of the one who marked them is advice', () => {
    expect(check({ quotes: [quote], marks: [{ ...mark, agreed: 'same-coder' }] })).toMatchObject([
      { kind: 'same-coder', level: 'advice' },
    ]);
  });
});

describe('labels', () => {
  const label = 'Parent/Carer FG phase 1';
  const quotes = [quoteOf({ label, participant: null, group: 'Parent/Carer', text: 'The shed is warm.' })];

  test('that fewer people carry than told are found', () => {
    expect(check({ quotes, ...focusGroup('fg', label, 3) })).toMatchObject([
      { kind: 'small-label', level: 'advice', place: { label } },
    ]);
    expect(check({ quotes, ...focusGroup('fg', label, 3) })[0]!.message).toContain('3 people');
    expect(check({ quotes, ...focusGroup('fg', label, 5) })).toEqual([]);
    expect(check({ quotes, ...focusGroup('fg', label, 5), least: 6 })).toHaveLength(1);
  });

  test('of speakers who are not told apart go by the head of the file, else can’t be counted', () => {
    const three = { people: 3, words: 'Three parents' };
    expect(check({ quotes, ...focusGroup('fg', label, 1, three) })[0]).toMatchObject({ kind: 'small-label' });
    expect(check({ quotes, ...focusGroup('fg', label, 1, { people: 6, words: 'Six parents' }) })).toEqual([]);
    expect(kinds({ quotes, ...focusGroup('fg', label, 1) })).toEqual(['uncounted-label']);
  });

  test('count one person of two sources once, and people who are not quoted', () => {
    const voices = ['a', 'b', 'c', 'd', 'a'].map((person, index) => ({
      source: `s${index % 2}` as SourceId,
      speaker: `k${index}` as never,
      person,
      label,
    }));
    const sources = ['s0', 's1'].map(id => ({ id: id as SourceId, kind: 'interview' as const, headCount: null }));
    expect(check({ quotes, voices, sources })[0]!.message).toContain('4 people');
  });

  test('that name a participant are one person’s by intention', () => {
    const mine = [quoteOf()];
    expect(
      check({
        quotes: mine,
        voices: [{ source: 's1' as SourceId, speaker: 'k1' as never, person: 'p1', label: mine[0]!.label }],
      }),
    ).toEqual([]);
  });

  test('the head of a file', () => {
    expect(headCount([['Note', 'Three participants, two of them at the end.']])).toMatchObject({ people: 3 });
    expect(headCount([['Participants', '12']])).toMatchObject({ people: 12 });
    expect(headCount([['Participants', 'P1, P2, P3 and P4']])).toMatchObject({ people: 4 });
    expect(
      headCount([
        ['Group', 'Parent/Carer'],
        ['Phase', '1'],
      ]),
    ).toBeNull();
    expect(headCount([])).toBeNull();
  });
});

describe('long stories', () => {
  test('are many quotes of one number, or a page of its words', () => {
    const many = Array.from({ length: 6 }, () => quoteOf());
    expect(check({ quotes: many })).toMatchObject([{ kind: 'long-story', place: { label: 'Interview CYP1' } }]);
    expect(check({ quotes: many.slice(1) })).toEqual([]);
    const page = [quoteOf({ text: long(90) }), quoteOf({ text: long(90) }), quoteOf({ text: long(90) })];
    expect(kinds({ quotes: page })).toEqual(['long-story']);
    expect(check({ quotes: page.slice(1) })).toEqual([]);
  });

  test('the longest is told first; one more quote is another finding', () => {
    const of = (participant: string, count: number) =>
      Array.from({ length: count }, () =>
        quoteOf({ participant, label: `Interview ${participant}`, person: participant }),
      );
    const [one, two] = [of('CYP1', 6), of('CYP2', 9)];
    const found = check({ quotes: [...one, ...two] });
    expect(found.map(finding => finding.place.label)).toEqual(['Interview CYP2', 'Interview CYP1']);
    const more = check({ quotes: [...one, ...two, ...of('CYP1', 1)] });
    expect(more[0]!.key).toBe(found[0]!.key);
    expect(more[1]!.key).not.toBe(found[1]!.key);
  });
});

describe('rare combinations', () => {
  const school = { id: 'a1' as AttributeId, name: 'School' };
  const age = { id: 'a2' as AttributeId, name: 'Age' };
  const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map(id =>
    personOf(id, { values: { a1: id === 'p6' ? 'excluded' : 'in school', a2: '14' } as never }),
  );
  const quotes = people.map(person =>
    quoteOf({ person: person.id, participant: person.label, label: `Interview ${person.label}` }),
  );

  test('are people who stand out by what is printed beside their words', () => {
    const [found] = check({ quotes, people, attributes: [school, age] });
    expect(found).toMatchObject({ kind: 'rare-combination', place: { people: ['p6'] } });
    expect(found!.message).toContain('P6 (excluded, 14)');
    expect(found!.remedy).toContain('Without “School” nobody');
  });

  test('are not looked for where no attribute is printed', () => {
    expect(check({ quotes, people })).toEqual([]);
    expect(check({ quotes, people, attributes: [age] })).toEqual([]);
  });
});

describe('gender', () => {
  test('of the speaker, in their own words', () => {
    expect(genderOfSpeaker('As a single mum I know. My wife says so too.')).toEqual(['as a single mum', 'my wife']);
    expect(genderOfSpeaker('I’m the only girl there, and us girls talk.')).toEqual(['i’m the only girl', 'us girls']);
    expect(genderOfSpeaker('As a team we talk to mums.')).toEqual([]);
  });

  test('of somebody spoken of; pairs tell nothing', () => {
    expect(genderOfOther('My eldest son said he would.')).toEqual(['my eldest son', 'he']);
    expect(genderOfOther('Whether he or she comes, s/he is welcome, and his/her friend.')).toEqual([]);
    expect(genderOfOther('The shed, there, where they were.')).toEqual([]);
  });

  test('is told once for each label that hides it', () => {
    const as = { label: 'Parent/Carer FG phase 1', group: 'Parent/Carer', participant: null };
    const quotes = [
      quoteOf({ ...as, text: 'As a mother I see my son laugh.' }),
      quoteOf({ ...as, text: 'He is calmer.' }),
      quoteOf({ ...as, label: 'Mother of CYP1', text: 'As a mother, yes.' }),
    ];
    expect(check({ quotes })).toMatchObject([
      { kind: 'gender-speaker', place: { quotes: [{ id: quotes[0]!.id }] } },
      { kind: 'gender-other', place: { quotes: [{ id: quotes[0]!.id }, { id: quotes[1]!.id }] } },
    ]);
  });

  test('a young person’s “she” is mostly a worker; a professional’s counts with a young person beside it', () => {
    expect(check({ quotes: [quoteOf({ text: 'She helped me a lot.' })] })).toEqual([]);
    const as = { label: 'Professional FG', group: 'Professional', participant: null };
    expect(check({ quotes: [quoteOf({ ...as, text: 'She runs the shed.' })] })).toEqual([]);
    expect(kinds({ quotes: [quoteOf({ ...as, text: 'One young person said she stays.' })] })).toEqual(['gender-other']);
    expect(kinds({ quotes: [quoteOf({ role: 'supporter', text: 'He is doing well.' })] })).toEqual(['gender-other']);
  });
});

describe('precise roles', () => {
  const label = 'Interview CYP1 (Mentor supporting)';
  const quotes = [quoteOf({ label, role: 'supporter', supportRole: 'Mentor', person: 'p9' })];

  test('in a label are told until they are decided', () => {
    expect(check({ quotes })).toMatchObject([{ kind: 'precise-role', place: { label } }]);
    expect(check({ quotes, people: [personOf('p9', { role: 'Mentor', roleDecided: true })] })).toEqual([]);
    const practitioner = quoteOf({ label: 'Interview CYP1 (Practitioner supporting)', supportRole: 'Practitioner' });
    expect(check({ quotes: [practitioner] })).toEqual([]);
  });

  test('in a column are told for those who have one', () => {
    const people = [personOf('p1', { role: 'Boat builder' })];
    expect(check({ quotes: [quoteOf()], people })).toEqual([]);
    expect(kinds({ quotes: [quoteOf()], people, printsRoles: true })).toEqual(['precise-role']);
  });
});

describe('what comes of findings', () => {
  const found = check({
    quotes: [quoteOf({ label: 'Source not known' }), quoteOf({ source: null, inText: null })],
  });

  test('blocking ones come first, and keys are keys', () => {
    expect(found.map(one => one.level)).toEqual(['blocking', 'advice']);
    expect(found.every(one => isFindingKey(one.key))).toBe(true);
    expect(isFindingKey('words:0123456789abcdef')).toBe(false);
  });

  test('advice and blocking have their lines; a blocking one tells its key', () => {
    expect(adviceLines(found)).toHaveLength(1);
    expect(blockingLines(found)[0]).toContain(found[0]!.key);
  });

  test('an accepted one is counted apart', () => {
    const accepted = [{ finding: found[0]!.key, reason: 'Agreed', by: 'Ada', at: '2026-01-01T00:00:00.000Z' }];
    const report = disclosureReport({
      findings: found,
      accepted,
      quotes: [],
      least: 5,
      names: false,
      asSpoken: false,
      attributes: true,
    });
    expect(report.counts).toEqual({ blocking: 0, advice: 1, accepted: 1 });
    expect(report.findings[0]!.accepted?.reason).toBe('Agreed');
  });

  test('a file of accepted findings is read, or told what is wrong in it', () => {
    const key = found[0]!.key;
    expect(readAcceptJson(JSON.stringify([{ finding: key, reason: ' agreed ' }]))).toEqual({
      ok: true,
      accepted: [{ finding: key, reason: 'agreed' }],
    });
    for (const [text, what] of [
      ['{', 'not JSON'],
      ['{}', 'not a list'],
      ['[{"finding":"x","reason":"y"}]', 'Entry 1 has no key'],
      [JSON.stringify([{ finding: key, reason: '' }]), 'Entry 1 has no reason'],
      ['[null]', 'Entry 1'],
    ] as const)
      expect(readAcceptJson(text)).toMatchObject({ ok: false, message: expect.stringContaining(what) });
  });
});
