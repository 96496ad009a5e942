import { useState } from 'react';
import type { Theme } from '../../../shared/model/entities.ts';
import { type Relation, relationKinds } from '../../../shared/model/themes.ts';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Segmented, Select } from '../../ui/Select.tsx';
import { Note } from '../../ui/signs.tsx';
import { wordsOf } from '../../ui/words.ts';
import { useDesk, useDoing } from './desk.tsx';
import css from './Reshaping.module.css';

const ownWords = 'own';

/** The theme at the other end of a relation. */
const otherEnd = (relation: Relation | undefined, theme: Theme) =>
  relation && (relation.from === theme.id ? relation.to : relation.from);

/** A typed, directed relation between a theme and another: a new one, or one that is changed in one act. */
export function RelateTheme({
  theme,
  relation,
  onClose,
}: {
  readonly theme: Theme;
  readonly relation?: Relation;
  readonly onClose: () => void;
}) {
  const { themes } = useDesk();
  const { acts } = useDoing();
  const known = relation === undefined || relationKinds.some(one => one === relation.kind);
  const [kind, setKind] = useState<string>(known ? (relation?.kind ?? relationKinds[0]) : ownWords);
  const [words, setWords] = useState(known ? '' : relation.kind);
  const [other, setOther] = useState<string>(otherEnd(relation, theme) ?? '');
  const [way, setWay] = useState<'from' | 'to'>(relation && relation.to === theme.id ? 'to' : 'from');
  const [note, setNote] = useState(relation?.note ?? '');
  const [refused, setRefused] = useState<unknown>(null);
  const target = themes.find(one => one.id === other);
  const told = kind === ownWords ? words.trim() : kind;
  const ready = target !== undefined && told !== '';
  const relate = async () => {
    if (!target || told === '') return;
    try {
      const [from, to] = way === 'from' ? [theme, target] : [target, theme];
      await (relation ? acts.changeRelation(relation, from, to, told, note) : acts.relate(from, to, told, note));
      onClose();
    } catch (thrown) {
      setRefused(thrown);
    }
  };
  const left = way === 'from' ? theme.name : (target?.name ?? '…');
  const right = way === 'from' ? (target?.name ?? '…') : theme.name;
  return (
    <Dialog
      title={relation ? `Change a relation of “${theme.name}”` : `Relate “${theme.name}”`}
      width={480}
      onClose={onClose}
      onSubmit={() => ready && void relate()}
      foot={
        <FormFoot submit={relation ? 'Change the relation' : 'Add the relation'} disabled={!ready} onClose={onClose} />
      }
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
