import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { programFolder } from '../../../../electron/node/folders.ts';
import { narrowedInWords, spokenMark } from '../../../../shared/exporters/quotes/bundle.ts';
import { quotesHtml } from '../../../../shared/exporters/quotes/html.ts';
import { exportQuotes, type QuoteFormat, quoteMediaTypes } from '../../../../shared/exporters/quotes/index.ts';
import { quotesMarkdown } from '../../../../shared/exporters/quotes/markdown.ts';
import { cellsOf, linesOf, partsOf } from '../../../builders/printed.ts';
import { projectNode } from '../../../contract/node.ts';
import { fullBundle, sha256 } from './sample.ts';

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const formats = Object.keys(quoteMediaTypes) as readonly QuoteFormat[];

describe('a bundle in every format', () => {
  it.each(formats)('%s has every quote as printed, and is the same bytes each time', async format => {
    const bytes = await exportQuotes(fullBundle(), format, sha256);
    expect(await exportQuotes(fullBundle(), format, sha256)).toEqual(bytes);
    const zipped = format === 'docx' || format === 'xlsx';
    const words = zipped
      ? Object.values(unzipSync(bytes))
          .map(one => strFromU8(one))
          .join('\n')
      : text(bytes);
    expect(words.replaceAll('\\', '')).toContain('I trust [mentor], she waits …');
    expect(words.replaceAll('\\', '')).toContain('Parent/Carer FG phase 2');
  });

  it.each(['Pacific/Auckland', 'America/St_Johns'])(
    'is the same bytes in another process at %s',
    zone => {
      const script = `
        const { exportQuotes, quoteMediaTypes } = await import('./shared/exporters/quotes/index.ts');
        const { fullBundle, sha256 } = await import('./tests/unit/exporters/quotes/sample.ts');
        const { createHash } = await import('node:crypto');
        for (const format of Object.keys(quoteMediaTypes)) {
          const bytes = await exportQuotes(fullBundle(), format, sha256);
          console.log(format, createHash('sha256').update(bytes).digest('hex'));
        }`;
      const run = (TZ: string) =>
        execFileSync(projectNode(), ['--input-type=module', '-e', script], {
          cwd: join(programFolder()),
          env: { ...process.env, TZ, LANG: TZ === 'UTC' ? 'en_GB.UTF-8' : 'tr_TR.UTF-8' },
          encoding: 'utf8',
        });
      expect(run(zone)).toBe(run('UTC'));
    },
    60_000,
  );

  it.each(['docx', 'xlsx', 'md', 'html'] as const)('%s says by what it was narrowed', async format => {
    const narrowed = {
      ...{ outcome: 2, theme: 'Dry <&>', group: 'Parent/Carer', phase: 2, participant: 'CYP1' },
      ...({ state: 'chosen', vivid: true, within: 'interviews; phase 2' } as const),
    };
    const said =
      '2 quotes in report order: only outcome 2, theme “Dry <&>”, Parent/Carer, phase 2, CYP1, chosen, starred as vivid, within the filter “interviews; phase 2”';
    const bytes = await exportQuotes(fullBundle({ narrowed }), format, sha256);
    const lines = format === 'xlsx' ? cellsOf(partsOf(bytes), 3).flat() : linesOf(bytes, format);
    expect(lines).toContain(said);
  });

  it('says nothing of narrowing where it holds everything, and names the rest that it can be narrowed by', () => {
    expect(narrowedInWords({})).toBeNull();
    expect(narrowedInWords({ unthemed: true, vivid: false, code: 'Trust', state: 'candidate' })).toBe(
      'code “Trust”, in no theme, candidates, not starred as vivid',
    );
  });

  it.each(['docx', 'xlsx', 'csv', 'md', 'html'] as const)('%s says that it is as spoken', async format => {
    const bytes = await exportQuotes(fullBundle({ spoken: true }), format, sha256);
    const parts = format === 'docx' || format === 'xlsx' ? unzipSync(bytes) : { all: bytes };
    const words = Object.values(parts)
      .map(one => strFromU8(one))
      .join('\n');
    expect(words).toContain(format === 'csv' ? 'as spoken' : spokenMark);
    if (format === 'docx') expect(words).toMatch(/<w:headerReference w:type="default"/);
  });
});

describe('quotes as a Word document', () => {
  it('have lead-in, words around them, attribution and notes in their order, and the sources last', async () => {
    const xml = strFromU8(unzipSync(await exportQuotes(fullBundle(), 'docx', sha256))['word/document.xml']!);
    const styles = [...xml.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(found => found[1]);
    const from = styles.indexOf('LeadIn');
    expect(styles.slice(from, from + 6)).toEqual([
      'LeadIn',
      'QuoteContext',
      'NinefoldQuote',
      'NinefoldAttribution',
      'QuoteContext',
      'QuoteNote',
    ]);
    expect(styles.slice(-3)).toEqual(['Heading1', 'SourceLine', 'SourceLine']);
    expect(xml).toContain('Interviewer: And who helps?');
  });

  it('leave out what was not chosen', async () => {
    const bare = fullBundle({ parts: new Set() });
    const xml = strFromU8(unzipSync(await exportQuotes(bare, 'docx', sha256))['word/document.xml']!);
    for (const gone of ['LeadIn', 'Concept', 'Definition', 'Statement', 'QuoteNote', 'SourceLine', 'ContentsHeading'])
      expect(xml).not.toContain(`w:val="${gone}"`);
  });
});

describe('quotes as a workbook', () => {
  const sheet = async (fields: Parameters<typeof fullBundle>[0] = {}) =>
    unzipSync(await exportQuotes(fullBundle(fields), 'xlsx', sha256));
  const head = (files: Record<string, Uint8Array>) => {
    const strings = [...strFromU8(files['xl/sharedStrings.xml']!).matchAll(/<t [^>]*>([^<]*)</g)].map(one => one[1]);
    const first = /<row r="1"[^>]*>(.*?)<\/row>/.exec(strFromU8(files['xl/worksheets/sheet1.xml']!))![1]!;
    return [...first.matchAll(/<v>(\d+)<\/v>/g)].map(one => strings[Number(one[1])]);
  };

  it('have one column for each attribute, full paths, notes and words around', async () => {
    expect(head(await sheet())).toEqual([
      ...['Quote', 'Words as printed', 'Attribution', 'Source', 'Speaker', 'Group', 'Phase', 'Participant'],
      ...['School status', 'Months', 'Codes', 'Themes', 'Outcomes', 'Lead-in', 'State', 'Vivid', 'Notes and memos'],
      ...['Before it', 'After it', 'Words of the passage', 'Turn', 'From', 'To'],
    ]);
    expect(strFromU8((await sheet())['xl/sharedStrings.xml']!)).toContain('People &gt; Trust');
  });

  it('have the columns that were chosen, in their order, empty or not', async () => {
    const columns = ['attribution', 'attribute:Shoe size', 'vivid', 'printed'] as const;
    expect(head(await sheet({ columns }))).toEqual(['Attribution', 'Shoe size', 'Vivid', 'Words as printed']);
  });
});

describe('quotes as CSV', () => {
  it('have the columns that were chosen, none of which runs', async () => {
    const columns = ['id', 'text', 'attributes', 'before'] as const;
    const csv = text(await exportQuotes(fullBundle({ columns }), 'csv', sha256)).slice(1);
    const { data } = Papa.parse<string[]>(csv, { newline: '\r\n', skipEmptyLines: true });
    expect(data).toEqual([
      ['id', 'text', 'School status', 'Months', 'before'],
      ['Q1', 'I trust Sal, she waits.', "'@home", '', 'Interviewer: And who helps?'],
      ['Q2', expect.stringMatching(/^'=1\+1/), '', '', ''],
    ]);
  });
});

describe('quotes as Markdown', () => {
  const markdown = text(quotesMarkdown(fullBundle()));

  it('stand under their headings, quoted, with their attribution', () => {
    expect(markdown).toContain(
      '\n## 2. Reasons\n\nWhy people come\n\n### Someone to row with\n\n*In a line*\n\nIn full\n',
    );
    expect(markdown).toContain(
      '\nOne young person said:\n\n> *Interviewer: And who helps?*\n>\n> I trust \\[mentor\\], she waits …\n>\n> **Interview CYP1**\n',
    );
    expect(markdown).toContain(
      '\n## Sources\n\n- Interview CYP1 phase 1: 1 quote\n- Parent/Carer FG phase 2: 1 quote\n',
    );
  });

  it('are words and nothing else: no sign of theirs means anything', () => {
    expect(markdown).toContain(
      '> \\=1+1 \\*is\\* \\<b\\>not\\</b\\> \\`a\\` formula \\& 2. is no \\[list\\](x)\\\n> nor \\#this',
    );
    expect(markdown).toContain('# Boat \\<shed\\> \\& yard: quotes');
  });
});

describe('quotes as a web page', () => {
  const html = text(quotesHtml(fullBundle(), sha256));

  it('are well formed, and hold their words as words', () => {
    const parser = new SaxesParser();
    parser.on('error', error => {
      throw error;
    });
    const asXml = html
      .replace('<!doctype html>', '')
      .replace(/<(meta|input)([^>]*)>/g, '<$1$2/>')
      .replace(/ hidden>/g, ' hidden="">')
      .replace(/<script>.*?<\/script>/gs, '');
    parser.write(asXml.trim()).close();
    expect(html).toContain('&lt;b&gt;not&lt;/b&gt;');
    expect(html).not.toContain('<b>not');
  });

  it('load nothing, run their own script alone, and say so', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(html)!;
    expect(policy).toContain("default-src 'none'");
    const script = /<script>(.*?)<\/script>/s.exec(html)![1]!;
    const style = /<style>(.*?)<\/style>/s.exec(html)![1]!;
    expect(policy).toContain(`script-src 'sha256-${sha256(script)}'`);
    expect(policy).toContain(`style-src 'sha256-${sha256(style)}'`);
    expect(html).not.toMatch(/\b(?:src|on\w+|style)=|https?:/);
  });

  it('can be narrowed by what the quotes have', () => {
    expect(html).toContain('<option value="Parent/Carer">');
    expect(html).toContain('data-group="Parent/Carer" data-phase="2" data-theme="Dry &lt;&amp;&gt;"');
  });
});
