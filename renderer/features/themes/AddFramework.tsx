import { useRef, useState } from 'react';
import type { FrameworkInput } from '../../../shared/api/inputs.ts';
import type { FrameworkKind } from '../../../shared/model/themes.ts';
import { useClient } from '../../client/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import css from './AddFramework.module.css';
import { useDoing } from './desk.tsx';

/** Adds a framework beside the outcomes: from a JSON file, or by writing one entry on each line. */
export function AddFramework({ onClose }: { readonly onClose: () => void }) {
  const client = useClient();
  const { acts, onFramework } = useDoing();
  const [kind, setKind] = useState<FrameworkKind>('a-priori');
  const [title, setTitle] = useState('');
  const [citation, setCitation] = useState('');
  const [lines, setLines] = useState('');
  const [read, setRead] = useState<FrameworkInput | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const entries = read?.outcomes ?? entriesOf(lines);
  const ready = title.trim() !== '' && entries.length > 0;
  const load = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      const framework = await client.call('framework.parse', { json: await chosen.text(), name: chosen.name });
      setRead(framework);
      setTitle(framework.title);
      setCitation(framework.citation ?? '');
      setRefused(null);
    } catch (thrown) {
      setRefused(wordsOf(thrown));
    }
  };
  const add = async () => {
    if (!ready) return;
    try {
      const made = await acts.addFramework(
        { title: title.trim(), citation: citation.trim(), outcomes: [...entries] },
        kind,
      );
      if (made) onFramework(made.id);
      onClose();
    } catch (thrown) {
      setRefused(wordsOf(thrown));
    }
  };
  return (
    <Dialog
      title="Add a framework"
      width={560}
      onClose={onClose}
      onSubmit={() => void add()}
      foot={
        <FormFoot
          submit={entries.length === 0 ? 'Add the framework' : `Add ${counted(entries.length, 'entry', 'entries')}`}
          disabled={!ready}
          onClose={onClose}
        />
      }
    >
      <div className={css.file}>
        <Button icon="folder" onPress={() => file.current?.click()}>
          Read a JSON file
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="JSON file of a framework"
          onChange={event => {
            void load(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <span>or write it here.</span>
      </div>
      <Segmented
        label="What it is"
        value={kind}
        choices={[
          { id: 'a-priori', name: 'From elsewhere' },
          { id: 'own', name: 'Our own categories' },
          { id: 'outcomes', name: 'Further outcomes' },
        ]}
        onChange={setKind}
      />
      <TextField label="Name of the framework" value={title} onChange={setTitle} autoFocus required />
      {kind === 'a-priori' && (
        <TextField label="Citation" value={citation} onChange={setCitation} hint="Where its definitions come from." />
      )}
      {read ? (
        <ol className={css.entries} aria-label="Entries">
          {read.outcomes.map(one => (
            <li key={one.number}>
              <b>
                {one.number} {one.title}
              </b>
              {one.statement && <p>{one.statement}</p>}
            </li>
          ))}
        </ol>
      ) : (
        <TextArea
          label="Entries"
          rows={6}
          value={lines}
          onChange={setLines}
          hint="One on each line: a short title, then a colon and its definition if there is one."
        />
      )}
      {refused && <Note block>{refused}</Note>}
    </Dialog>
  );
}

/** Entries written one on each line as "Title: definition", numbered from 1. */
export function entriesOf(lines: string): FrameworkInput['outcomes'] {
  return lines
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map((line, index) => {
      const [title = '', ...rest] = line.split(':');
      return { number: index + 1, title: title.trim() || line, statement: rest.join(':').trim() };
    });
}
