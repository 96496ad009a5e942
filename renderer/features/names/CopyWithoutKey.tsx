import { useEffect, useState } from 'react';
import type { KeyState } from '../../../shared/model/anonymity.ts';
import { exportName } from '../../../shared/text/exportName.ts';
import { useCommands } from '../../app/commands.ts';
import { hrefOf } from '../../app/route.ts';
import { CallError } from '../../client/client.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { chooseSave, isDesktop } from '../../client/desktop.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/signs.tsx';
import { toast, toastPart } from '../../ui/toast.tsx';
import { counted, wordsOf } from '../../ui/words.ts';
import { type LeftOver, leftOverIn } from './leftOver.ts';
import css from './Names.module.css';

type Refused = { readonly message: string; readonly left: readonly LeftOver[] };

/** A copy of the study to hand on, that holds none of the original words. Only the desktop may write it where it is wanted. */
export function CopyWithoutKey({
  keyState,
  onOpenKey,
}: {
  readonly keyState: KeyState['state'];
  readonly onOpenKey: () => void;
}) {
  const client = useClient();
  const { handle: study, title } = useStudy();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words that are left over must not show once the key is closed
  useEffect(() => setRefused(null), [keyState]);
  const save = async () => {
    if (busy || !isDesktop()) return;
    setRefused(null);
    const chosen = await chooseSave(exportName(title, 'without key', 'ninefold'));
    if (chosen === null) return;
    setBusy(true);
    try {
      const { path, checkedFor } = await client.call('study.copy', { study, path: chosen });
      if (checkedFor === null)
        toastPart(
          `Saved ${path}. The key was closed, so the copy was not searched for words of the table that may be left over.`,
        );
      else toast(`Saved ${path}. It was searched for ${counted(checkedFor, 'word')} of the table: none is in it.`);
    } catch (thrown) {
      setRefused({ message: wordsOf(thrown), left: thrown instanceof CallError ? leftOverIn(thrown.details) : [] });
    } finally {
      setBusy(false);
    }
  };
  useCommands(
    isDesktop()
      ? [{ id: 'names.copy', name: 'Save a copy without the key', group: 'Key', run: () => void save() }]
      : [],
  );
  return (
    <section aria-label="A copy to hand on">
      <h3>A copy to hand on</h3>
      <p>
        It opens, codes and exports as this study does. No original words are in it, no files as imported, and no way
        back.
      </p>
      {isDesktop() ? (
        <>
          <div className={css.acts}>
            <Button disabled={busy} onPress={() => void save()}>
              {busy ? 'Saving the copy …' : 'Save a copy without the key …'}
            </Button>
          </div>
          {keyState === 'closed' && (
            <p className={css.hint}>
              While the key is closed, nobody can look for words that are left over.{' '}
              <button type="button" className={css.link} onClick={onOpenKey}>
                Open the key first
              </button>
            </p>
          )}
        </>
      ) : (
        <p className={css.hint}>
          A page in the browser can’t write a study to a place you choose. Save the copy in the desktop app, or with{' '}
          <code>ninefold copy STUDY NEW --without-key</code>.
        </p>
      )}
      {refused && (
        <Note block title="No copy was made">
          {refused.message}
          {refused.left.length > 0 && (
            <ul className={css.left} aria-label="Words that are left over">
              {refused.left.map(one => (
                <li key={`${one.source} ${one.start}`}>
                  <a href={hrefOf('code', one.source, { start: one.start, end: one.start + one.found.length })}>
                    {one.found}
                  </a>{' '}
                  <span>
                    {one.label} in {one.title}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Note>
      )}
    </section>
  );
}
