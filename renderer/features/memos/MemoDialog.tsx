import { useEffect, useRef, useState } from 'react';
import type { Memo, MemoAbout } from '../../../shared/model/memos.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { nameOfMemo, sameAbout, titleFor } from './about.ts';
import { MemoEditor } from './MemoEditor.tsx';
import css from './Memos.module.css';
import { useMemoActs, useMemos } from './useMemos.ts';

/** Memos about one thing, where one is working: opens the one there is, or begins a new one. A new one left without words is not kept. */
export function MemoDialog({
  about,
  name,
  onClose,
}: {
  readonly about: MemoAbout;
  /** What it is about, as it is called. */
  readonly name: string;
  readonly onClose: () => void;
}) {
  const memos = useMemos();
  const acts = useMemoActs();
  const [chosen, setChosen] = useState<string | null>(null);
  const begun = useRef(false);
  const made = useRef<Memo | null>(null);
  const here = memos.data?.filter(memo => sameAbout(memo.about, about));
  const memo = here?.find(one => one.id === chosen) ?? here?.[0];
  const begin = async () => {
    const fresh = await acts.create(about, titleFor(about, ''));
    made.current = fresh;
    setChosen(fresh?.id ?? null);
  };
  const begins = useRef(begin);
  begins.current = begin;
  const empty = here?.length === 0;
  useEffect(() => {
    if (!empty || begun.current) return;
    begun.current = true;
    void begins.current();
  }, [empty]);
  return (
    <Dialog
      title={`Memo: ${name}`}
      width={640}
      onClose={onClose}
      foot={
        <>
          <Button large onPress={() => void begin()}>
            Another memo
          </Button>
          <Button large look="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      {(here?.length ?? 0) > 1 && (
        <div className={css.tabs} role="toolbar" aria-label="Memos here">
          {here?.map(one => (
            <Button key={one.id} look="quiet" onPress={() => setChosen(one.id)}>
              {nameOfMemo(one)}
            </Button>
          ))}
        </div>
      )}
      {memo && <MemoEditor key={memo.id} memo={memo} autoFocus />}
    </Dialog>
  );
}
