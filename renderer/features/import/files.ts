import { sourceFormats } from '../../../shared/model/kinds.ts';

/** A file that a person brings, by its bytes or, on the desktop, by its path. */
export type Brought = { readonly name: string; readonly bytes: Uint8Array } | { readonly path: string };

const supported = new RegExp(String.raw`\.(?:${sourceFormats.join('|')})$`, 'i');
/** Of a folder, what is taken: transcripts, and the table that says what is known of them. */
const wanted = (name: string): boolean => supported.test(name) || /^sources\.csv$/i.test(name);

/** Parts a table of sources (`sources.csv`) from the transcripts it tells of; of several tables the last is taken. */
export function withTable(brought: readonly Brought[]): {
  readonly transcripts: readonly Brought[];
  readonly table: string | null;
} {
  const isTable = (one: Brought) => 'bytes' in one && /\.csv$/i.test(one.name);
  const table = brought.findLast(isTable);
  return {
    transcripts: brought.filter(one => !isTable(one)),
    table: table && 'bytes' in table ? new TextDecoder().decode(table.bytes) : null,
  };
}

/** Files chosen in a dialog or dropped. The core looks into them; here they are only read. */
export async function readFiles(files: Iterable<File>): Promise<readonly Brought[]> {
  return Promise.all(
    [...files].map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/** Everything in a drop: files as they are, of folders (through all levels) what can be imported. */
export async function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const entries = [...data.items].flatMap(item => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...data.files];
  const found = await Promise.all(
    entries.map(async entry =>
      entry.isFile ? [await fileOf(entry)] : (await inFolder(entry)).filter(file => wanted(file.name)),
    ),
  );
  return found.flat();
}

/** Of a folder chosen in a dialog, what can be imported. */
export const importable = (files: Iterable<File>): readonly File[] => [...files].filter(file => wanted(file.name));

const fileOf = (entry: FileSystemEntry) =>
  new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));

async function inFolder(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) return [await fileOf(entry)];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) break;
    all.push(...some);
  }
  return (await Promise.all(all.map(inFolder))).flat();
}
