import { describe, expect, test } from 'vitest';
import { exportName, quotesName } from '../../../shared/text/exportName.ts';

describe('names of exported files', () => {
  test('say the study and what the file holds', () => {
    expect(exportName('Boat shed', quotesName({}), 'docx')).toBe('Boat shed - quotes.docx');
    expect(exportName('Boat shed', quotesName({ outcome: 5, group: 'Parent/Carer', phase: 2 }), 'csv')).toBe(
      'Boat shed - quotes, outcome 5, Parent Carer, phase 2.csv',
    );
    expect(quotesName({ theme: 'Dry', outcome: 5, participant: 'CYP1' })).toBe('quotes, Dry, CYP1');
    expect(quotesName({ unthemed: true })).toBe('quotes, in no theme');
    expect(quotesName({ state: 'chosen', vivid: true, filtered: true })).toBe('quotes, chosen, vivid, filtered');
  });

  test('hold nothing that a file system refuses, and are never empty or long', () => {
    expect(exportName('a/b\\c:d*e?f"g<h>i|j\u0000k', 'quotes', 'json')).toBe('a b c d e f g h i j k - quotes.json');
    expect(exportName(' ?? ', 'quotes', 'json')).toBe('Study - quotes.json');
    expect(exportName('x'.repeat(300), 'y'.repeat(300), 'docx').length).toBe(60 + 3 + 60 + 5);
  });
});
