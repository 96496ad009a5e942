import { useRef, useState } from 'react';
import type { MemoId } from '../../../shared/model/ids.ts';
import type { Memo, MemoAbout } from '../../../shared/model/memos.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { nameOfMemo, sameAbout } from './about.ts';
import { MemoEditor } from './MemoEditor.tsx';
import css from './Memos.module.css';
import { useMemoActs, useMemos } from './useMemos.ts';

type Props = {
  readonly about: MemoAbout;
  /** What it is about, as it is called. */
  readonly name: string;
  /** The words that it stands on. */
  readonly quoted?: string | null;
  readonly onClose: () => void;
};

/** Memos about one thing, where one is working: opens the one there is, or begins a new one, which is kept from its first words on. */
export function MemoDialog(props: Props) {
  const memos = useMemos();
  const here = memos.data?.filter(memo => sameAbout(memo.about, props.about));
  return here ? <MemosHere {...props} here={here} /> : null;
}

/** What the dialog shows: a memo that is kept, or the nth one begun here. */
type Shown = { readonly memo: MemoId } | { readonly draft: number };

function MemosHere({ about, name, quoted = null, onClose, here }: Props & { readonly here: readonly Memo[] }) {
  const acts = useMemoActs();
  const [shown, setShown] = useState<Shown>(() => (here[0] ? { memo: here[0].id } : { draft: 0 }));
  const begun = useRef(new Map<number, Promise<Memo | null>>());
  const memo = 'memo' in shown ? here.find(one => one.id === shown.memo) : undefined;

  const saveDraft = async (draft: number, words: { readonly title: string; readonly body: string }) => {
    const before = begun.current.get(draft);
    if (before) {
      const made = await before;
      if (made) await acts.update(made.id, words);
    } else if (words.title.trim() !== '' || words.body.trim() !== '') {
      begun.current.set(draft, acts.create(about, words.title, words.body));
    }
  };
  return (
    <Dialog
      title={`Memo: ${name}`}
      width={640}
      onClose={onClose}
      foot={
        <>
          <Button large onPress={() => setShown({ draft: 'draft' in shown ? shown.draft + 1 : 0 })}>
            Another memo
          </Button>
          <Button large look="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      {here.length > 1 && (
        <div className={css.tabs} role="toolbar" aria-label="Memos here">
          {here.map(one => (
            <Button key={one.id} look="quiet" onPress={() => setShown({ memo: one.id })}>
              {nameOfMemo(one)}
            </Button>
          ))}
        </div>
      )}
      {'draft' in shown ? (
        <MemoEditor
          key={shown.draft}
          memo={{ title: '', body: '', aboutName: '', quoted }}
          autoFocus
          onSave={words => void saveDraft(shown.draft, words)}
        />
      ) : (
        memo && <MemoEditor key={memo.id} memo={memo} autoFocus onSave={words => void acts.update(memo.id, words)} />
      )}
    </Dialog>
  );
}
