import { unzipSync, zipSync } from 'fflate';

/** 1 January 2000: Zip files carry a time, and it must not differ from run to run. */
const stillTime = new Date(2000, 0, 1).getTime();

/** The same Word document without what differs from run to run: the order and times of its files, its dates, the numbers of its bookmarks. */
export function settled(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).sort(([a], [b]) =>
    a === '[Content_Types].xml' ? -1 : b === '[Content_Types].xml' ? 1 : a < b ? -1 : 1,
  );
  const still = files.map(([name, data]): [string, Uint8Array] => {
    if (name === 'docProps/core.xml') return [name, rewritten(data, stillDates)];
    if (name === 'word/document.xml') return [name, rewritten(data, stillBookmarks)];
    return [name, data];
  });
  return zipSync(Object.fromEntries(still), { mtime: stillTime, level: 6 });
}

const rewritten = (data: Uint8Array, change: (xml: string) => string): Uint8Array =>
  new TextEncoder().encode(change(new TextDecoder('utf-8').decode(data)));

const stillDates = (xml: string): string => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2000-01-01T00:00:00Z');

/** The library numbers bookmarks, and the names of those that a table of contents leads to, through the whole run of the program; here they start at 1 in each document. */
const stillBookmarks = (xml: string): string =>
  renumbered(
    renumbered(xml, /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)(?=")/g),
    /(\bw:(?:name|anchor)="_Toc|\bPAGEREF _Toc)(\d+)/g,
  );

function renumbered(xml: string, found: RegExp): string {
  const numbers = new Map<string, number>();
  return xml.replace(found, (_, before: string, id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `${before}${number}`;
  });
}
