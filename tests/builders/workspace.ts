import { join } from 'node:path';
import type { Code, StudyInfo, Transcript } from '../../shared/model/entities.ts';
import type { CodeId, SourceId } from '../../shared/model/ids.ts';
import { type Client, call, refusal } from '../contract/client.ts';
import { fileOf } from '../contract/material.ts';
import { inProcess } from '../contract/transports.ts';
import { tempFolder } from './studies.ts';

/** A core with one study open in it, and short ways to speak to it. */
export type Workspace = {
  readonly client: Client;
  readonly study: StudyInfo;
  readonly path: string;
  readonly on: () => { readonly study: string };
  /** Imports a transcript of that text and gives its id. */
  source(text: string, facts?: Partial<Facts>, name?: string): Promise<SourceId>;
  code(name: string, parent?: CodeId | null): Promise<Code>;
  read(source: SourceId): Promise<Transcript>;
  /** Codes the first occurrence of the words; `nth` counts from 1. */
  mark(source: SourceId, words: string, codes: readonly CodeId[], nth?: number): Promise<string>;
  refused(name: string, input: object): ReturnType<typeof refusal>;
  codes(): Promise<readonly Code[]>;
  check(): Promise<readonly unknown[]>;
  /** Closes the study and opens it again. */
  restart(coder?: string): Promise<void>;
  close(): Promise<void>;
};

type Facts = { group: string; phase: number; participant: string; kind: 'interview' | 'focus group' };

/** Makes a study in a folder of its own; `close` takes it away. */
export async function newWorkspace(): Promise<Workspace> {
  const folder = tempFolder();
  const path = join(folder.path, 'study.ninefold');
  const client = await inProcess({ dataFolder: join(folder.path, 'data'), studiesFolder: folder.path });
  let study = await call(client, 'study.create', { title: 'Harbour study', coder: 'Ada', path });
  const on = () => ({ study: study.handle });
  let files = 0;
  return {
    client,
    get study() {
      return study;
    },
    path,
    on,
    source: async (text, facts = {}, name = `file-${++files}.txt`) => {
      const [item] = await call(client, 'import.preview', { ...on(), files: [fileOf(name, text)], facts });
      if (!item?.draft) throw new Error(`${name} was not read: ${item?.error?.message}`);
      await call(client, 'import.commit', { ...on(), items: [{ draft: item.draft }] });
      const all = await call(client, 'source.list', on());
      return all.find(source => source.fileName === name)!.id;
    },
    code: (name, parent = null) => call(client, 'code.create', { ...on(), name, parent }),
    read: source => call(client, 'source.get', { ...on(), source }),
    mark: async (source, words, codes, nth = 1) => {
      const { text } = await call(client, 'source.get', { ...on(), source });
      let start = -1;
      for (let time = 0; time < nth; time++) start = text.indexOf(words, start + 1);
      if (start < 0) throw new Error(`“${words}” does not stand in the source.`);
      const made = await call(client, 'coding.apply', {
        ...on(),
        source,
        start,
        end: start + words.length,
        codes: [...codes],
      });
      return made[0]!.id;
    },
    refused: (name, input) => refusal(client, name, { ...on(), ...input }),
    codes: () => call(client, 'code.list', on()),
    check: async () => (await call(client, 'study.check', on())).findings,
    restart: async coder => {
      await call(client, 'study.close', on());
      study = await call(client, 'study.open', { path, coder });
    },
    close: async () => {
      await client.close();
      folder.remove();
    },
  };
}
