import type { ReplacementKind } from '../../model/anonymity.ts';

/** Before whom a name has this word: it belongs to what is replaced. */
export const titles = new Set([
  'mr',
  'mrs',
  'miss',
  'ms',
  'mx',
  'dr',
  'prof',
  'professor',
  'sir',
  'lady',
  'pc',
  'dc',
  'ds',
  'di',
  'sgt',
  'sergeant',
  'rev',
  'reverend',
  'councillor',
  'imam',
]);

/** Before whom a name often stands, in lower case or with a capital: it does not belong to the name. */
const people =
  'mentor|mentors|mentee|worker|keyworker|coach|teacher|tutor|counsellor|therapist|manager|colleague|volunteer|officer|sergeant|constable|friend|mate|bestie|neighbour|partner|boyfriend|girlfriend|husband|wife|ex|mum|mam|mom|dad|stepdad|stepmum|brother|sister|son|daughter|cousin|uncle|auntie|aunt|nephew|niece|grandson|granddaughter|nan|nana|nanna|gran|grandma|grandad|grandpa|lad|lass|kid|boy|girl|guy|bloke|fella|lady|woman|man|participant|pupil|student|doctor|nurse|dog|cat';
const peopleSet = new Set(people.split('|'));
/** Whether a word (in lower case) says who somebody is: mentor, nan. */
export const isKind = (word: string) => peopleSet.has(word);
const afterPerson = new RegExp(
  `(?:^| )((?:my |me |his |her |our |their |your |the |a |another |this |that |that’s |one |older |little |big |best |young |new |old |first |other )*(?:${people}))$`,
);
const afterCalled =
  /(?:^| )((?:is |was |’s |she’s |he’s )?(?:called|named|nicknamed|name is|name was|name’s|names are)|name)$/;
const afterTalk =
  /(?:^| )((?:talk|talks|talked|talking|speak|spoke|speaking|listen|listened|listening) to|(?:rang|phoned|texted|messaged|met|meet|meeting|told|asked|knew|knows|saw|see|with|like|thank|love|miss|hate|trust|helped|from|and|or|me and|by))$/;
const afterIn =
  /(?:^| )(in|near|around|outside|over in|live in|lived in|lives in|living in|moved to|move to|go to|went to|going to|goes to|from|at|down|up|round|to|into|off|across|past)$/;
const afterWork = /(?:^| )((?:work|works|worked|working|job|volunteer|volunteered) (?:at|for|with))$/;
const beforeVerb =
  /^(?:’s )?(?:said|says|say|told|tells|goes|went|came|comes|rang|rings|texted|asked|asks|thinks|thought|knew|knows|helped|helps|got|gets|gave|gives|took|takes|was|is|has|had|would|used|used to|never|always|just|picked|showed|made|put|went)(?: |$)/;

/** What the last word of a name says of it, or the word after it. */
const endings: readonly { readonly kind: ReplacementKind; readonly words: ReadonlySet<string> }[] = [
  {
    kind: 'school',
    words: new Set([
      'school',
      'academy',
      'college',
      'primary',
      'secondary',
      'high',
      'juniors',
      'infants',
      'nursery',
      'university',
      'uni',
      'grammar',
      'sixth',
    ]),
  },
  {
    kind: 'place',
    words: new Set(
      'street road avenue lane close drive way crescent terrace park estate square gardens grove court house lodge hill green bridge woods station market quay wharf heath rise row place walk mews flats tower towers beach pier docks precinct parade roundabout'.split(
        ' ',
      ),
    ),
  },
  {
    kind: 'organisation',
    words: new Set(
      'centre club trust foundation project charity council church mosque temple gurdwara hospital surgery clinic fc united services ltd limited association society library gym arena hub partnership alliance network programme scheme theatre studio studios cafe café bakery kitchen police rovers rangers cadets scouts collective'.split(
        ' ',
      ),
    ),
  },
];

/** Words that make no name of their own beside such an ending: "Primary School", "the Youth Club", "High Street". */
export const generic = new Set(
  'the a an my our your their his her primary high secondary junior infant nursery middle upper lower special mainstream sixth form youth community leisure sports sport health city town village county shopping children children’s childrens family families social local main old new big small council housing job church sunday saturday football boxing swimming after evening night young people people’s police early help year head key stage mental national public general royal project programme and of for support service services team advisory group drama music art centre center house school academy college park street road court way station market square club trust library hospital'.split(
    ' ',
  ),
);

/** What the ending of a name says it is; null where it says nothing. */
export const endingKind = (key: string): ReplacementKind | null =>
  endings.find(ending => ending.words.has(key))?.kind ?? null;

export type Clue = { readonly kind: ReplacementKind; readonly reason: string; readonly weight: number };

/** What the words before and after a name say of it, the strongest clue first. Words in lower case, as in Phrase. */
export function clueFrom(before: string, after: string): Clue | null {
  const called = afterCalled.exec(before);
  if (called?.[1]) return { kind: 'person', reason: `follows “${called[1].trim()}”`, weight: 0.88 };
  const person = afterPerson.exec(before);
  if (person?.[1]) return { kind: 'person', reason: `follows “${person[1].trim()}”`, weight: 0.86 };
  const work = afterWork.exec(before);
  if (work?.[1]) return { kind: 'organisation', reason: `follows “${work[1]}”`, weight: 0.65 };
  const next = /^(?:’s )?([\p{L}’-]+)/u.exec(after)?.[1] ?? '';
  const kind = after.startsWith('’s') ? null : endingKind(next);
  if (kind !== null && !(kind === 'place' && /^(?:close|way|place|walk|drive|rise|park|court|house|row)$/.test(next)))
    return { kind, reason: `stands before “${next}”`, weight: 0.6 };
  const talk = afterTalk.exec(before);
  if (talk?.[1] && !/^(?:from|and|or|by|like|with)$/.test(talk[1]))
    return { kind: 'person', reason: `follows “${talk[1]}”`, weight: 0.62 };
  const place = afterIn.exec(before);
  if (place?.[1] && !beforeVerb.test(after))
    return { kind: 'place', reason: `follows “${place[1]}”, written with a capital`, weight: 0.55 };
  return null;
}

/** Whether what follows is what somebody does: "said", "was". */
export const doesSomething = (after: string) => after.startsWith('’s ') || beforeVerb.test(after);
