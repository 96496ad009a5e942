import type { KeyState } from '../../../shared/model/anonymity.ts';
import { hrefOf } from '../../app/route.ts';
import { isDesktop } from '../../client/desktop.ts';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/signs.tsx';
import { figure } from '../../ui/words.ts';
import formCss from './Form.module.css';
import panelCss from './Panel.module.css';
import type { Copying } from './useCopy.ts';

/** A copy of the study to hand on, that holds none of the original words. Only the desktop may write it where it is wanted. */
export function CopyWithoutKey({
  keyState,
  copying,
  onOpenKey,
}: {
  readonly keyState: KeyState['state'];
  readonly copying: Copying;
  readonly onOpenKey: () => void;
}) {
  const { busy, refused, left, save } = copying;
  return (
    <section aria-label="A copy to hand on">
      <h3>A copy to hand on</h3>
      <p>
        It opens, codes and exports as this study does. No original words are in it, no files as imported, and no way
        back.
      </p>
      {isDesktop() ? (
        <>
          <div className={panelCss.acts}>
            <Button disabled={busy} onPress={save}>
              {busy ? 'Saving the copy …' : 'Save a copy without the key …'}
            </Button>
          </div>
          {keyState === 'closed' && (
            <p className={panelCss.hint}>
              While the key is closed, nobody can look for words that are left over.{' '}
              <button type="button" className={formCss.link} onClick={onOpenKey}>
                Open the key first
              </button>
            </p>
          )}
        </>
      ) : (
        <p className={panelCss.hint}>
          A page in the browser can’t write a study to a place you choose. Save the copy in the desktop app, or with{' '}
          <code>ninefold copy STUDY NEW --without-key</code>.
        </p>
      )}
      {refused && (
        <Note block title="No copy was made">
          {refused.message}
          {refused.left.length > 0 && (
            <ul className={panelCss.left} aria-label="Words that are left over">
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
      {left.length > 0 && (
        <Note block title="The copy is saved. Look at these words in it">
          They may be words of the table, or others that look alike. What does name somebody: add it to the table, or
          mend the note, and save the copy again.
          <ul className={panelCss.left} aria-label="Words that are not sure">
            {left.map(one => (
              <li key={`${one.where} ${one.found} ${one.label}`}>
                {one.found}{' '}
                <span>
                  {one.label}? in {one.where}
                  {one.count > 1 && `, ${figure(one.count)} times`}
                </span>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </section>
  );
}
