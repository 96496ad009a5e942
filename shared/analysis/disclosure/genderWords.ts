const people =
  'girl|boy|woman|man|lady|lad|lass|mum|mummy|mam|mom|mother|dad|daddy|father|grandmother|grandfather|grandma|grandad|nan|gran|stepmum|stepdad|stepmother|stepfather|wife|husband|sister|brother|daughter|son|aunt|uncle';
const many = 'girls|boys|women|men|ladies|lads|mums|mothers|dads|fathers|sisters|brothers';
const young = 'son|daughter|stepson|stepdaughter|grandson|granddaughter|nephew|niece|lad|girl|boy';

const ofSpeaker = [
  new RegExp(
    `\\b(?:as|being|I['’]?m|I am|I was)(?: just)? (?:an?|the)(?: (?!the\\b|of\\b|and\\b)[\\w-]+){0,2} (?:${people})\\b`,
    'giu',
  ),
  /\bmy (?:ex-)?(?:wife|husband|girlfriend|boyfriend)\b/giu,
  new RegExp(`\\b(?:us|we)(?: are| were)? (?:${many})\\b`, 'giu'),
  new RegExp(`\\bI['’]?(?:m| am) (?:his|her|their|your) (?:${people})\\b`, 'giu'),
];
const ofOther = [
  new RegExp(
    `\\b(?:my|our|your|their|this|that|the)(?: (?:own|young|older|younger|eldest|youngest))? (?:${young})\\b`,
    'giu',
  ),
  /\b(?:he|she|him|his|her|hers|himself|herself)\b/giu,
];
/** "he or she" tells nothing. */
const neutral =
  /\b(?:s\/he|(?:he|him|his|himself) ?(?:or|\/) ?(?:she|hers?|herself)|(?:she|hers?|herself) ?(?:or|\/) ?(?:he|him|his|himself))\b/giu;
const youngPerson =
  /\b(?:young (?:person|man|woman|adult)|youth|lad|girl|boy|child|kid|teenager|teen|son|daughter|pupil|student|mentee|CYP)\b/iu;

/** Words in which speakers tell their own gender, in their order: "as a mother", "my wife". English alone. */
export const genderOfSpeaker = (text: string): readonly string[] => found(text, ofSpeaker);

/** Words that tell the gender of somebody spoken of: "my son", "she". Pairs such as "he or she" tell nothing. */
export const genderOfOther = (text: string): readonly string[] => found(text.replace(neutral, ' '), ofOther);

/** Whether a young person is spoken of, in the singular. */
export const speaksOfYoungPerson = (text: string): boolean => youngPerson.test(text);

/** Whether a label tells the gender itself. */
export const tellsGender = (label: string): boolean =>
  new RegExp(`\\b(?:${people}|${many}|male|female)\\b`, 'iu').test(label);

function found(text: string, patterns: readonly RegExp[]): readonly string[] {
  return patterns.flatMap(pattern => [...text.matchAll(pattern)].map(hit => hit[0].toLowerCase()));
}
