import { useState } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';
import { relationKinds } from '../../../shared/model/themes.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Segmented, Select } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { wordsOf } from '../../ui/words.ts';
import { useDesk, useDoing } from './desk.tsx';
import css from './Reshaping.module.css';

const ownWords = 'own';

/** Adds a typed, directed relation between a theme and another. */
export function RelateTheme({ theme, onClose }: { readonly theme: Theme; readonly onClose: () => void }) {
  const { themes } = useDesk();
  const { acts } = useDoing();
  const [kind, setKind] = useState<string>(relationKinds[0]);
  const [words, setWords] = useState('');
  const [other, setOther] = useState('');
  const [way, setWay] = useState<'from' | 'to'>('from');
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const target = themes.find(one => one.id === other);
  const told = kind === ownWords ? words.trim() : kind;
  const ready = target !== undefined && told !== '';
  const relate = async () => {
    if (!target || told === '') return;
    try {
      await (way === 'from' ? acts.relate(theme, target, told, note) : acts.relate(target, theme, told, note));
      onClose();
    } catch (thrown) {
      setRefused(thrown);
    }
  };
  const left = way === 'from' ? theme.name : (target?.name ?? '…');
  const right = way === 'from' ? (target?.name ?? '…') : theme.name;
  return (
    <Dialog
      title={`Relate “${theme.name}”`}
      width={480}
      onClose={onClose}
      onSubmit={() => ready && void relate()}
      foot={<FormFoot submit="Add the relation" disabled={!ready} onClose={onClose} />}
    >
      <Select
        label="Kind of relation"
        value={kind}
        choices={[...relationKinds.map(id => ({ id: id as string, name: id })), { id: ownWords, name: 'Own words …' }]}
        onChange={setKind}
      />
      {kind === ownWords && (
        <TextField
          label="Own words"
          value={words}
          onChange={setWords}
          hint="As it reads between the two names: “makes possible”."
          autoFocus
        />
      )}
      <Select
        label="Other theme"
        value={other}
        choices={themes.filter(one => one.id !== theme.id).map(({ id, name }) => ({ id: id as string, name }))}
        onChange={setOther}
      />
      <Segmented
        label="Direction"
        value={way}
        choices={[
          { id: 'from', name: 'From this theme' },
          { id: 'to', name: 'To this theme' },
        ]}
        onChange={setWay}
      />
      <p className={css.words} role="status">
        “{left}” {told || '…'} “{right}”
      </p>
      <TextField label="Note" value={note} onChange={setNote} />
      {refused !== null && <Note block>{wordsOf(refused)}</Note>}
    </Dialog>
  );
}
