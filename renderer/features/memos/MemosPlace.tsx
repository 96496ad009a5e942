import { useMemo, useState } from 'react';
import type { Memo, MemoAbout } from '../../../shared/model/memos.ts';
import { useCommands } from '../../app/commands.ts';
import { go, useRoute } from '../../app/route.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Panes } from '../../ui/Panes.tsx';
import { EmptyState, Note, PaneHead } from '../../ui/signs.tsx';
import { said } from '../../ui/words.ts';
import { kindNames, kindOrder, nameOfMemo, titleFor } from './about.ts';
import { goToAbout } from './goToAbout.ts';
import { MemoEditor } from './MemoEditor.tsx';
import css from './Memos.module.css';
import { useMemoActs, useMemos } from './useMemos.ts';

/** All memos of the study and the reflexive journal: the list, and the memo that is being written. */
export function MemosPlace() {
  const { id } = useRoute();
  const memos = useMemos();
  const acts = useMemoActs();
  const [text, setText] = useState('');
  const [fresh, setFresh] = useState<string | null>(null);
  const all = memos.data ?? none;
  const wanted = text.trim().toLowerCase();
  const listed = useMemo(
    () => all.filter(memo => `${memo.title} ${memo.aboutName} ${memo.body}`.toLowerCase().includes(wanted)),
    [all, wanted],
  );
  const memo = all.find(one => one.id === id) ?? null;
  const make = async (about: MemoAbout) => {
    const made = await acts.create(about, titleFor(about, ''));
    if (!made) return;
    setFresh(made.id);
    go('memos', made.id);
  };
  useCommands([
    {
      id: 'memo.journal',
      name: 'Write in the reflexive journal',
      group: 'Memos',
      keys: ['N'],
      run: () => void make({ kind: 'journal' }),
    },
    { id: 'memo.study', name: 'Write a memo on the study', group: 'Memos', run: () => void make({ kind: 'study' }) },
  ]);
  if (memos.error) return <Note block>{memos.error.message}</Note>;
  return (
    <Panes
      id="memos"
      panes={[
        {
          id: 'list',
          label: 'Memos',
          width: 288,
          least: 200,
          children: (
            <>
              <PaneHead level={1} title="Memos" note={all.length}>
                <Menu
                  label="New memo"
                  entries={[
                    { id: 'journal', name: 'Journal entry', key: 'N', onAction: () => void make({ kind: 'journal' }) },
                    { id: 'study', name: 'Memo on the study', onAction: () => void make({ kind: 'study' }) },
                  ]}
                >
                  <IconButton icon="plus" label="New memo" />
                </Menu>
              </PaneHead>
              <div className={css.search}>
                <SearchField label="Find a memo" value={text} onChange={setText} />
              </div>
              <div className={css.list}>
                {kindOrder.map(kind => {
                  const these = listed.filter(one => one.about.kind === kind);
                  return these.length === 0 ? null : (
                    <section key={kind} aria-label={kindNames[kind]}>
                      <h2>{kindNames[kind]}</h2>
                      {these.map(one => (
                        <button
                          key={one.id}
                          type="button"
                          className={css.row}
                          onClick={() => go('memos', one.id)}
                          {...(one.id === id && { 'aria-current': 'true' as const })}
                        >
                          <b>{nameOfMemo(one)}</b>
                          <small>{[one.aboutName, said(one.changedAt)].filter(Boolean).join(' · ')}</small>
                        </button>
                      ))}
                    </section>
                  );
                })}
                {all.length > 0 && listed.length === 0 && <p className={css.quiet}>No memo has these words.</p>}
              </div>
            </>
          ),
        },
        {
          id: 'memo',
          label: 'Memo',
          surface: 'paper',
          least: 420,
          children: memo ? (
            <>
              <PaneHead title={kindNames[memo.about.kind]}>
                {memo.about.kind !== 'study' && memo.about.kind !== 'journal' && (
                  <Button onPress={() => goToAbout(memo.about)}>Go to what it is about</Button>
                )}
                <Button look="danger" onPress={() => void acts.remove(memo).then(() => go('memos'))}>
                  Remove
                </Button>
              </PaneHead>
              <div className={css.page}>
                <MemoEditor
                  key={memo.id}
                  memo={memo}
                  autoFocus={memo.id === fresh}
                  onSave={words => void acts.update(memo.id, words)}
                />
              </div>
            </>
          ) : (
            <EmptyState
              title={all.length === 0 ? 'No memos yet' : 'Choose a memo'}
              action={
                <Button large look="primary" onPress={() => void make({ kind: 'journal' })}>
                  Write in the journal
                </Button>
              }
            >
              Memos hold what you think while you read, code and make themes. Press M in a transcript for a memo on the
              words there; the reflexive journal is for your own part in it.
            </EmptyState>
          ),
        },
      ]}
    />
  );
}

const none: readonly Memo[] = [];
