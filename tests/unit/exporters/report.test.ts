import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../../shared/analysis/findings.ts';
import { themeBookOf } from '../../../shared/analysis/themeBook.ts';
import { exportCodebook } from '../../../shared/exporters/codebook/index.ts';
import { exportFindings, exportThemeBook } from '../../../shared/exporters/report/index.ts';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId, ThemeId } from '../../../shared/model/ids.ts';
import { paragraphsOf, partsOf } from '../../builders/printed.ts';
import { keyOf, printed, report, reportTheme, wholeReport } from '../../builders/report.ts';

describe('the findings as a Word document', () => {
  it('holds everything in its order, each in its style', async () => {
    const files = partsOf(await exportFindings(findingsOf(wholeReport)));
    expect(paragraphsOf(files)).toEqual([
      'Title: Boat & shed',
      'Subtitle: Findings, draft. 2 sources, 1 participant (CYP 1), 3 speakers without a number of their own.',
      'ContentsHeading: Contents',
      'Heading1: 1. Outcome 1',
      'Statement: Statement 1',
      'NinefoldQuote: words 7',
      'NinefoldAttribution: Interview CYP7',
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
      'Remark: [A quote stands here that is held back.]',
      'LeadIn: As prepared',
      'NinefoldQuote: words 6',
      'NinefoldAttribution: Interview CYP6',
      'Remark: [A quote stood here whose words are no longer in the study.]',
      'NinefoldQuote: words 5',
      'NinefoldAttribution: Interview CYP5',
      'NinefoldQuote: words 2',
      'NinefoldAttribution: Interview CYP2',
      'BoxTitle: A story',
      'BoxBody: Told.',
      'NinefoldQuote: words 2',
      'NinefoldAttribution: Interview CYP2',
      'BoxDisclaimer: Names are changed.',
      'Heading3: Time',
      'Concept: Time in a line',
      'Definition: Time in full',
      'Remark: No narrative is written yet, and no extract stands under this theme.',
      'Heading2: Fear',
      'Concept: Fear in a line',
      'Definition: Fear in full',
      'Remark: No narrative is written yet, and no extract stands under this theme.',
      'BoxTitle: Of the outcome',
      'Heading1: 2. Outcome 2',
      'Statement: Statement 2',
      'Heading2: Time',
      'Concept: Time in a line',
      'Remark: Told under 1. Outcome 1.',
      'Heading2: Trust',
      'Concept: Trust in a line',
      'Remark: Told under 1. Outcome 1.',
      'Heading1: 3. Outcome 3',
      'Statement: Statement 3',
      'Remark: No theme answers this outcome.',
      'Heading1: Under no outcome',
      'Heading2: Loose',
      'Concept: Loose in a line',
      'Definition: Loose in full',
      'Remark: No narrative is written yet, and no extract stands under this theme.',
      'Heading1: Case studies',
      'BoxTitle: Of the report',
      'BoxTitle: Of a discarded theme',
      'Heading1: Recommendations',
      'Heading2: Funders',
      'RecommendationNumber: 1.→Pay.',
      'RestsOn: Rests on Trust',
      'RecommendationNumber: 2.→Stay.',
      'Unsupported: Unsupported: it rests on no theme.',
      'Heading2: Schools',
      'RecommendationNumber: 3.→Ask.',
      'Unsupported: Unsupported: it rests on no theme.',
      'Heading1: Sources',
      ...['Attribution', 'Kind', 'Group', 'Phase', 'Sources'].map(one => `TableHead: ${one}`),
      ...['Interview CYP1', 'interview', 'CYP', '1', '1'].map(one => `TableCell: ${one}`),
      ...['Staff Email', 'email', 'Staff', '2'].map(one => `TableCell: ${one}`),
    ]);
  });

  it('has a table of contents with pages, links that lead somewhere, a box, lists that begin anew, and pages at the foot', async () => {
    const files = partsOf(await exportFindings(findingsOf(wholeReport)));
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
    const recommended = /<w:style [^>]*w:styleId="RecommendationNumber">.*?<\/w:style>/s.exec(
      files['word/styles.xml'] ?? '',
    );
    expect(recommended?.[0]).toContain('<w:keepNext/>');
    expect(files['word/footer1.xml']).toContain('NUMPAGES');
    for (const style of ['BoxTitle', 'RecommendationNumber', 'RestsOn', 'NinefoldQuote', 'TOC1'])
      expect(files['word/styles.xml']).toContain(`w:styleId="${style}"`);
  });

  it('is the same each time', async () => {
    const [one, two] = [await exportFindings(findingsOf(wholeReport)), await exportFindings(findingsOf(wholeReport))];
    expect(one).toEqual(two);
  });
});

describe('the theme book', () => {
  const book = themeBookOf(wholeReport, 1);
  it('as a Word document says what each theme is and is not, and prints what speaks against it', async () => {
    const all = paragraphsOf(partsOf(await exportThemeBook(book, 'docx')));
    const from = all.indexOf('Heading1: Trust');
    expect(all.slice(from, all.indexOf('Heading2: Time'))).toEqual([
      'Heading1: Trust',
      'Concept: Trust in a line',
      'ReportBody: Trust in full',
      'Fact: Status→candidate',
      'Fact: Sub-themes→Time',
      'Fact: Relations→opposes “Fear” (mostly)',
      'Fact: Outcomes→1. Outcome 1; 2. Outcome 2',
      'Fact: Codes→none',
      'Fact: Evidence→0 extracts in 0 sources from 0 people',
      'Fact: Against it→1 extract speaks against it',
      'Heading4: Quotes',
      'NinefoldQuote: words 5',
      'NinefoldAttribution: Interview CYP5',
      'More: 3 more of this theme are not printed here.',
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
    const lines = paragraphsOf(partsOf(await exportCodebook(codebook, 'docx')));
    expect(lines.slice(lines.indexOf('Heading1: Codes'))).toEqual([
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
    const files = partsOf(await exportCodebook(codebook, 'xlsx'));
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
