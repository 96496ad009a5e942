import { useState } from 'react';
import { type SensitiveMark as Mark, sensitiveKinds } from '../../../shared/model/disclosure.ts';
import type { Span } from '../../../shared/model/entities.ts';
import type { SourceId } from '../../../shared/model/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { useStudy } from '../../client/context.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Note } from '../../ui/signs.tsx';
import { said } from '../../ui/words.ts';
import { ReasonDialog } from '../themes/ReasonDialog.tsx';
import css from './Disclosure.module.css';
import { useSensitive, useSensitiveActs } from './useSensitive.ts';

/** Says whether words are sensitive, and for what; marks them so, and gives the second yes that they then need before they are printed. `start` and `end` as in Span; `passage`: what is printed of them, where that is more or less. */
export function SensitiveMark({
  source,
  start,
  end,
  passage = { start, end },
}: {
  readonly source: SourceId;
  readonly start: number;
  readonly end: number;
  readonly passage?: Span | undefined;
}) {
  const place = { source, start, end };
  const marks = useSensitive(source);
  const { mark, unmark } = useSensitiveActs();
  const [writing, setWriting] = useState(false);
  const [agreeing, setAgreeing] = useState<Mark | null>(null);
  const touching =
    marks.data?.filter(one => [place, passage].some(words => one.start < words.end && words.start < one.end)) ?? [];
  useCommands([
    {
      id: 'extract.sensitive',
      name: 'Mark the chosen words as sensitive',
      group: 'Extract',
      run: () => setWriting(true),
    },
  ]);
  return (
    <div className={css.sensitive}>
      {touching.map(one => (
        <MarkItem key={one.id} mark={one} onAgree={() => setAgreeing(one)} onUnmark={() => void unmark(one)} />
      ))}
      <Menu
        label="What makes it sensitive"
        entries={[
          ...sensitiveKinds.map(kind => ({
            id: kind,
            name: capital(kind),
            disabled: touching.some(one => one.kind === kind && one.start === start && one.end === end),
            onAction: () => void mark(place, kind),
          })),
          'separator',
          { id: 'other', name: 'Something else …', onAction: () => setWriting(true) },
        ]}
      >
        <Button look="quiet" icon="warning">
          Mark as sensitive
        </Button>
      </Menu>
      {writing && <KindDialog onMark={kind => void mark(place, kind)} onClose={() => setWriting(false)} />}
      {agreeing && <AgreeDialog mark={agreeing} onClose={() => setAgreeing(null)} />}
    </div>
  );
}

function MarkItem({
  mark: { kind, by, at, agreed },
  onAgree,
  onUnmark,
}: {
  readonly mark: Mark;
  readonly onAgree: () => void;
  readonly onUnmark: () => void;
}) {
  return (
    <div className={css.mark} {...(agreed && { 'data-agreed': true })}>
      <Icon name={agreed ? 'check' : 'stop'} size={16} />
      <p>
        <b>Sensitive: {kind}.</b> Marked by {by}, {said(at)}.{' '}
        {agreed
          ? `Second yes by ${agreed.by}${agreed.sameCoder ? ', who marked it' : ''}: ${agreed.reason}`
          : 'Printed only after a second yes.'}
      </p>
      <IconButton icon="close" label={`Take the mark “${kind}” off these words`} onPress={onUnmark} />
      {!agreed && (
        <div className={css.acts}>
          <Button onPress={onAgree}>Second yes …</Button>
        </div>
      )}
    </div>
  );
}

function KindDialog({ onMark, onClose }: { readonly onMark: (kind: string) => void; readonly onClose: () => void }) {
  const [kind, setKind] = useState('');
  const submit = () => {
    if (kind.trim() === '') return;
    onMark(kind.trim());
    onClose();
  };
  return (
    <Dialog
      title="Mark these words as sensitive"
      width={440}
      onClose={onClose}
      onSubmit={submit}
      foot={<FormFoot submit="Mark as sensitive" disabled={kind.trim() === ''} onClose={onClose} />}
    >
      <TextField
        label="What makes them sensitive"
        value={kind}
        onChange={setKind}
        placeholder="self-harm"
        hint="They are then printed only after a second yes, best from another coder."
        autoFocus
        required
      />
    </Dialog>
  );
}

function AgreeDialog({ mark, onClose }: { readonly mark: Mark; readonly onClose: () => void }) {
  const { agree } = useSensitiveActs();
  const { coder } = useStudy();
  return (
    <ReasonDialog
      title="Second yes to printing these words"
      confirm="Give the second yes"
      hint="Why they may be printed. Kept with the mark and in the history of the study."
      onConfirm={reason => agree(mark, reason)}
      onClose={onClose}
    >
      <blockquote className={css.passage}>{mark.quoted}</blockquote>
      {mark.by === coder.name && (
        <Note title="You marked these words yourself">
          A second yes is worth more from somebody else. You can give it, and the disclosure check will say so.
        </Note>
      )}
    </ReasonDialog>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
