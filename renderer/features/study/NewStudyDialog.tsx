import { type ChangeEvent, useRef, useState } from 'react';
import type { StudyInfo } from '../../../shared/model/entities.ts';
import { defaultFrameworkTitle, defaultOutcomes } from '../../../shared/model/framework.ts';
import { useClient } from '../../client/context.tsx';
import { chooseSave, isDesktop } from '../../client/desktop.ts';
import { useAppInfo } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Note } from '../../ui/signs.tsx';
import { wordsOf } from '../../ui/words.ts';
import { type EditedOutcome, OutcomesEditor } from './OutcomesEditor.tsx';
import css from './study.module.css';

const coderKey = 'ninefold.coder';

/** Makes a study: its title, who codes, the outcomes it must answer, and a passphrase if wanted. */
export function NewStudyDialog({
  onClose,
  onOpen,
}: {
  readonly onClose: () => void;
  readonly onOpen: (study: StudyInfo) => void;
}) {
  const client = useClient();
  const app = useAppInfo();
  const [title, setTitle] = useState('');
  const [coder, setCoder] = useState(() => localStorage.getItem(coderKey) ?? '');
  const [framework, setFramework] = useState<{ readonly title: string; readonly outcomes: readonly EditedOutcome[] }>({
    title: defaultFrameworkTitle,
    outcomes: defaultOutcomes,
  });
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [path, setPath] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const mismatch = passphrase !== again;
  const ready =
    title.trim() !== '' &&
    coder.trim() !== '' &&
    !mismatch &&
    framework.title.trim() !== '' &&
    framework.outcomes.every(one => one.title.trim() !== '') &&
    !busy;

  const load = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    if (!chosen) return;
    try {
      setFramework(await client.call('framework.parse', { json: await chosen.text(), name: chosen.name }));
      setUnread(null);
    } catch (thrown) {
      setUnread(wordsOf(thrown));
    }
    event.target.value = '';
  };
  const create = async () => {
    if (!ready) return;
    setBusy(true);
    try {
      localStorage.setItem(coderKey, coder.trim());
      const outcomes = framework.outcomes.map(({ number, title: name, statement }) => ({
        number,
        title: name,
        statement,
      }));
      onOpen(
        await client.call('study.create', {
          title,
          coder,
          framework: { title: framework.title, outcomes },
          ...(path !== null && { path }),
          ...(passphrase !== '' && { passphrase }),
        }),
      );
    } catch (thrown) {
      setError(wordsOf(thrown));
      setBusy(false);
    }
  };
  const choosePath = async () => {
    const chosen = await chooseSave(`${title.trim() || 'Study'}.ninefold`);
    if (chosen !== null) setPath(chosen.endsWith('.ninefold') ? chosen : `${chosen}.ninefold`);
  };

  return (
    <Dialog
      title="New study"
      width={620}
      onClose={onClose}
      onSubmit={() => void create()}
      foot={<FormFoot submit="Create study" disabled={!ready} onClose={onClose} />}
    >
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        autoFocus
        required
        placeholder="What is evaluated, and when"
      />
      <TextField
        label="Your name as coder"
        value={coder}
        onChange={setCoder}
        required
        hint="Every coding bears the name of who made it. It stays in the study."
      />
      <div className={css.line}>
        <span className={css.quiet}>Saved in {path ?? app.data?.studiesFolder ?? ''}</span>
        {isDesktop() && <Button onPress={() => void choosePath()}>Choose another place</Button>}
      </div>
      <details className={css.details}>
        <summary>
          Outcomes: {framework.title} ({framework.outcomes.length})
        </summary>
        <div className={css.inside}>
          <TextField
            label="Name of the framework"
            value={framework.title}
            onChange={name => setFramework({ ...framework, title: name })}
          />
          <div className={css.line}>
            <Button onPress={() => file.current?.click()}>Load from a JSON file</Button>
            <input
              ref={file}
              type="file"
              accept=".json,application/json"
              hidden
              onChange={event => void load(event)}
              aria-label="Framework file"
            />
          </div>
          {unread && <Note block>{unread}</Note>}
          <OutcomesEditor
            outcomes={framework.outcomes}
            onChange={outcomes => setFramework({ ...framework, outcomes })}
          />
        </div>
      </details>
      <details className={css.details}>
        <summary>Passphrase: {passphrase === '' ? 'none' : 'set'}</summary>
        <div className={css.inside}>
          <div className={css.two}>
            <TextField label="Passphrase" type="password" value={passphrase} onChange={setPassphrase} />
            <TextField
              label="The same again"
              type="password"
              value={again}
              onChange={setAgain}
              error={mismatch && again !== '' ? 'The two are not the same.' : null}
            />
          </div>
          <Note>
            With a passphrase the whole study is encrypted. If it is lost, nobody can open the study again. Write it
            down somewhere safe.
          </Note>
        </div>
      </details>
      {error && (
        <div ref={element => element?.scrollIntoView({ block: 'nearest' })}>
          <Note block>{error}</Note>
        </div>
      )}
    </Dialog>
  );
}
