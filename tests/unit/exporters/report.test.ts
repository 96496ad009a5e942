import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../shared/analysis/findings.ts';
import { themeBookOf } from '../../../shared/analysis/themeBook.ts';
import { exportCodebook } from '../../../shared/exporters/codebook/index.ts';
import { exportFindings, exportThemeBook } from '../../../shared/exporters/report/index.ts';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId, ThemeId } from '../../../shared/model/ids.ts';
import {
  caseStudy,
  keyOf,
  live,
  outcome,
  outcomeId,
  printed,
  recommendation,
  report,
  reportTheme,
  themeId,
} from '../../builders/report.ts';

const snapshot = report({
  counts: { sources: 2, participants: 1, groups: [{ group: 'CYP', participants: 1 }], speakers: 3 },
  outcomes: [outcome(1, ['Trust', 'Fear']), outcome(2, ['Trust']), outcome(3, [])],
  themes: [
    reportTheme('Trust', {
      outcomes: [outcomeId(1)],
      narrative: `They **said** so & more.\n\n- one\n- two\n\n1. first\n\n${live(1, 'One said:')}\n\nBetween.\n\n1. anew`,
      extracts: [1, 2].map(keyOf),
      contrary: [keyOf(3)],
    }),
    reportTheme('Fear', { outcomes: [outcomeId(1)] }),
  ],
  quotes: [printed(1, { words: 'Two\nlines \u0001' }), printed(2, { state: 'chosen' }), printed(3)],
  caseStudies: [
    caseStudy('A story', { theme: themeId('Trust'), body: `Told. ${live(2)}`, disclaimer: 'Names are changed.' }),
  ],
  recommendations: [recommendation('Funders', 'Pay.', ['Trust']), recommendation('Funders', 'Stay.')],
  sources: [
    { attribution: 'Interview CYP1', kind: 'interview', group: 'CYP', phase: 1 },
    { attribution: 'Staff Email', kind: 'email', group: 'Staff', phase: null },
    { attribution: 'Staff Email', kind: 'email', group: 'Staff', phase: null },
  ],
});

/** The parts of a package; each XML part is read to its end, so that what Word would refuse fails here. */
function parts(bytes: Uint8Array): Readonly<Record<string, string>> {
  const files = Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)] as const);
  for (const [name, xml] of files) {
    const parser = new SaxesParser();
    parser.on('error', error => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(xml).close();
  }
  return Object.fromEntries(files);
}

/** Paragraphs as "style: words", without the contents; a line break is /, a tab →. */
function paragraphs(xml: string): readonly string[] {
  const body = xml.replace(/<w:sdt>.*?<\/w:sdt>/gs, '');
  return (body.match(/<w:p>.*?<\/w:p>/gs) ?? []).map(one => {
    const words = [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)].map(([, text, mark]) =>
      mark === 'br' ? '/' : mark === 'tab' ? '→' : (text ?? ''),
    );
    return `${/<w:pStyle w:val="([^"]+)"/.exec(one)?.[1] ?? ''}: ${words.join('').replaceAll('&amp;', '&')}`;
  });
}

describe('the findings as a Word document', () => {
  it('holds everything in its order, each in its style', async () => {
    const xml = parts(await exportFindings(findingsOf(snapshot)))['word/document.xml'] ?? '';
    expect(paragraphs(xml).filter(one => !one.endsWith(': '))).toEqual([
      'Title: Boat & shed',
      'Subtitle: Findings, draft. 2 sources, 1 participant (CYP 1), 3 speakers without a number of their own.',
      'ContentsHeading: Contents',
      'Heading1: 1. Outcome 1',
      'Statement: Statement 1',
      'Heading2: Trust',
      'Concept: Trust in a line',
      'ReportBody: They said so & more.',
      'ListParagraph: one',
      'ListParagraph: two',
      'ListParagraph: first',
      'LeadIn: One said:',
      'NinefoldQuote: Two/lines ',
      'NinefoldAttribution: Interview CYP1',
      'ReportBody: Between.',
      'ListParagraph: anew',
      'NinefoldQuote: words 2',
      'NinefoldAttribution: Interview CYP2',
      'BoxTitle: A story',
      'BoxBody: Told.',
      'NinefoldQuote: words 2',
      'NinefoldAttribution: Interview CYP2',
      'BoxDisclaimer: Names are changed.',
      'Heading2: Fear',
      'Concept: Fear in a line',
      'Definition: Fear in full',
      'Remark: No narrative is written yet, and no extract stands under this theme.',
      'Heading1: 2. Outcome 2',
      'Statement: Statement 2',
      'Heading2: Trust',
      'Concept: Trust in a line',
      'Remark: Told under 1. Outcome 1.',
      'Heading1: 3. Outcome 3',
      'Statement: Statement 3',
      'Remark: No theme answers this outcome.',
      'Heading1: Recommendations',
      'Heading2: Funders',
      'RecommendationNumber: 1.→Pay.',
      'RestsOn: Rests on Trust',
      'RecommendationNumber: 2.→Stay.',
      'Unsupported: Unsupported: it rests on no theme.',
      'Heading1: Sources',
      ...['Attribution', 'Kind', 'Group', 'Phase', 'Sources'].map(one => `TableHead: ${one}`),
      ...['Interview CYP1', 'interview', 'CYP', '1', '1'].map(one => `TableCell: ${one}`),
      ...['Staff Email', 'email', 'Staff', '2'].map(one => `TableCell: ${one}`),
    ]);
  });

  it('has a table of contents with pages, links that lead somewhere, a box, lists that begin anew, and pages at the foot', async () => {
    const files = parts(await exportFindings(findingsOf(snapshot)));
    const xml = files['word/document.xml'] ?? '';
    const contents = /<w:sdt>.*?<\/w:sdt>/s.exec(xml)?.[0] ?? '';
    expect(contents).toContain('TOC ');
    expect(contents.match(/<w:t[^>]*>Recommendations<\/w:t>/)).not.toBeNull();
    const marks = new Set([...xml.matchAll(/<w:bookmarkStart[^>]* w:name="([^"]+)"/g)].map(found => found[1]));
    const anchors = [...xml.matchAll(/<w:hyperlink[^>]* w:anchor="([^"]+)"/g)].map(found => found[1]);
    expect(anchors.length).toBeGreaterThan(6);
    expect(anchors.filter(anchor => !marks.has(anchor))).toEqual([]);
    expect(xml).toMatch(/<w:tbl>.*?BoxTitle.*?<\/w:tbl>/s);
    const lists = [...xml.matchAll(/<w:numId w:val="([^"]+)"/g)].map(found => found[1]);
    expect(new Set(lists).size).toBe(3);
    expect(files['word/footer1.xml']).toContain('NUMPAGES');
    for (const style of ['BoxTitle', 'RecommendationNumber', 'RestsOn', 'NinefoldQuote', 'TOC1'])
      expect(files['word/styles.xml']).toContain(`w:styleId="${style}"`);
  });

  it('is the same each time', async () => {
    const [one, two] = [await exportFindings(findingsOf(snapshot)), await exportFindings(findingsOf(snapshot))];
    expect(one).toEqual(two);
  });
});

describe('the theme book', () => {
  const book = themeBookOf(snapshot, 1);
  it('as a Word document says what each theme is and is not, and prints what speaks against it', async () => {
    const xml = parts(await exportThemeBook(book, 'docx'))['word/document.xml'] ?? '';
    const all = paragraphs(xml);
    const from = all.indexOf('Heading1: Trust');
    expect(all.slice(from, all.indexOf('Heading1: Fear'))).toEqual([
      'Heading1: Trust',
      'Concept: Trust in a line',
      'ReportBody: Trust in full',
      'Fact: Status→candidate',
      'Fact: Outcomes→1. Outcome 1',
      'Fact: Codes→none',
      'Fact: Evidence→0 extracts in 0 sources from 0 people',
      'Fact: Against it→1 extract speaks against it',
      'Heading4: Quotes',
      'NinefoldQuote: words 2',
      'NinefoldAttribution: Interview CYP2',
      'More: 1 more of this theme is not printed here.',
      'Heading4: Speaks against it',
      'NinefoldQuote: words 3',
      'NinefoldAttribution: Interview CYP3',
    ]);
    expect(await exportThemeBook(book, 'docx')).toEqual(await exportThemeBook(book, 'docx'));
  });

  it('as Markdown keeps marks in the words from becoming marks of the page', async () => {
    const told = themeBookOf(
      report({
        themes: [reportTheme('A *star* <b>', { extracts: [keyOf(1)], definition: '# no heading\n1. no list' })],
        quotes: [printed(1, { words: '- no\n> item [x](y)' })],
      }),
      5,
    );
    const text = new TextDecoder().decode(await exportThemeBook(told, 'md'));
    expect(text).toContain('## A \\*star\\* \\<b\\>');
    expect(text).toContain('\\# no heading\\\n1\\. no list');
    expect(text).toContain('> \\- no\\\n> \\> item \\[x\\](y)\n>\n> — Interview CYP1');
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe('the codebook', () => {
  const code = (id: string, given: Partial<Code> = {}): Code => ({
    id: id as CodeId,
    name: id,
    definition: '',
    kind: null,
    parent: null,
    inclusion: '',
    exclusion: '',
    example: '',
    hue: 1,
    sigil: 'Aa',
    retired: false,
    favourite: null,
    extracts: 0,
    sources: 0,
    participants: 0,
    themes: [],
    ...given,
  });
  const codebook = {
    title: 'Boat & shed',
    codes: [
      code('Trust', { definition: 'Faith\nin staff', kind: 'latent', extracts: 2, sources: 1, participants: 1 }),
      code('Sal', {
        parent: 'Trust' as CodeId,
        inclusion: '=named',
        exclusion: 'not met',
        example: 'Sal',
        retired: true,
      }),
    ],
    themes: new Map([['t' as ThemeId, 'Rely']]),
  };
  codebook.codes[0] = { ...codebook.codes[0]!, themes: ['t' as ThemeId] };

  it('as a Word document has the tree as headings', async () => {
    const xml = parts(await exportCodebook(codebook, 'docx'))['word/document.xml'] ?? '';
    expect(paragraphs(xml).slice(3)).toEqual([
      'Heading1: Codes',
      'Heading2: Trust',
      'Meaning: Faith/in staff',
      'Fact: Kind→latent',
      'Fact: Stands in→2 extracts in 1 source from 1 person',
      'Fact: Themes→Rely',
      'Heading3: Sal',
      'Meaning: No definition is written.',
      'Fact: Use it when→=named',
      'Fact: Not when→not met',
      'Fact: Example→Sal',
      'Fact: Stands in→no extract yet',
      'Fact: Retired→It keeps its extracts and is no longer offered.',
    ]);
  });

  it('as a workbook has paths and counts, and runs nothing', async () => {
    const files = parts(await exportCodebook(codebook, 'xlsx'));
    expect(files['xl/sharedStrings.xml']).toContain('Trust &gt; Sal');
    expect(files['xl/sharedStrings.xml']).toContain('Rely');
    expect(Object.values(files).join('')).not.toContain('<f>');
    expect(files['xl/worksheets/sheet1.xml']).toContain('<v>2</v>');
    expect(await exportCodebook(codebook, 'xlsx')).toEqual(await exportCodebook(codebook, 'xlsx'));
  });

  it('as CSV names its themes', async () => {
    const csv = new TextDecoder().decode(await exportCodebook(codebook, 'csv'));
    expect(csv).toContain('extracts,sources,participants,themes\r\n');
    expect(csv).toContain(',2,1,1,Rely\r\n');
  });
});
