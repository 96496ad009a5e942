import type { KeyState } from '../../../shared/model/anonymity.ts';
import { isDesktop } from '../../client/desktop.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Note, PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { useKeyState } from '../key/useKey.ts';
import { CopyWithoutKey } from './CopyWithoutKey.tsx';
import css from './Panel.module.css';
import { useTable } from './readings.ts';
import type { Copying } from './useCopy.ts';
import type { KeyActs } from './useKeyActs.tsx';

const states: Readonly<Record<KeyState['state'] | 'missing', { readonly title: string; readonly words: string }>> = {
  none: {
    title: 'There is no key yet',
    words:
      'The key holds the original words, encrypted, in a file of its own beside the study. It is made when the first words are replaced, or now.',
  },
  missing: {
    title: 'The key is not beside the study',
    words:
      'Words were replaced before. Their key may be in another place, or they were redacted for good and are in none.',
  },
  closed: {
    title: 'The key is closed',
    words:
      'Labels show; the words they stand for can’t be seen. Replacing, putting words back and undoing it need the key open.',
  },
  open: {
    title: 'The key is open',
    words: 'The original words can be seen here and in transcripts as spoken. Close it when you are done.',
  },
};

/** The key to the original words: whether it is there and open, where it is, what still holds the words of before, and a copy to hand on. */
export function KeyPanel({ acts, copying }: { readonly acts: KeyActs; readonly copying: Copying }) {
  const key = useKeyState().data;
  const replaced = useTable().data?.length ?? 0;
  if (!key) return <PaneHead title="Key and copies" />;
  const missing = key.state === 'none' && replaced > 0;
  const { title, words } = states[missing ? 'missing' : key.state];
  return (
    <>
      <PaneHead title="Key and copies" />
      <div className={css.panel}>
        <section aria-label="Key">
          <div role="status">
            <h3 className={css.state} data-state={key.state}>
              <Icon name={key.state === 'open' ? 'keyOpen' : 'key'} />
              {title}
            </h3>
          </div>
          <p>{words}</p>
          <div className={css.acts}>
            {key.state === 'none' && (
              <Button onPress={() => acts.ask('make')}>{missing ? 'Make a new key …' : 'Make the key …'}</Button>
            )}
            {key.state === 'none' && isDesktop() && (
              <Button look="quiet" onPress={() => acts.ask('open')}>
                It is in another place …
              </Button>
            )}
            {key.state === 'closed' && <Button onPress={() => acts.ask('open')}>Open the key …</Button>}
            {key.state === 'open' && (
              <>
                <Button onPress={acts.close}>Close the key</Button>
                <Button look="quiet" onPress={() => acts.ask('change')}>
                  Change the passphrase …
                </Button>
              </>
            )}
          </div>
          <p className={css.path}>
            {missing ? 'Looked for at ' : key.state === 'none' ? 'It will be at ' : 'It is at '}
            <span>{key.path}</span>
          </p>
        </section>
        {key.wordless > 0 && (
          <Note title={`${counted(key.wordless, 'label')} without words`}>
            This key does not hold the words behind {key.wordless === 1 ? 'it' : 'them'}: it may be an older copy, or a
            part of it was lost. Nothing else is wrong with it. Keep it, and look for another copy of the key.
          </Note>
        )}
        {key.backups.length > 0 && (
          <Note
            title={`${counted(key.backups.length, 'backup')} with the words of before`}
            action={
              <Button look="danger" onPress={() => acts.ask('backups')}>
                Delete {key.backups.length === 1 ? 'it' : 'them'} …
              </Button>
            }
          >
            Ninefold made {key.backups.length === 1 ? 'it' : 'them'} beside the study before a newer version of it was
            written. Words that you replace still stand there.
            <ul className={css.files}>
              {key.backups.map(path => (
                <li key={path}>{path.split(/[\\/]/).at(-1)}</li>
              ))}
            </ul>
          </Note>
        )}
        <CopyWithoutKey keyState={key.state} copying={copying} onOpenKey={() => acts.ask('open')} />
      </div>
    </>
  );
}
