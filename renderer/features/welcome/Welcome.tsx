import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RecentStudy } from '../../../shared/api/outputs.ts';
import type { StudyInfo } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { useClient } from '../../client/context.tsx';
import { chooseStudy, isDesktop } from '../../client/desktop.ts';
import { keys } from '../../client/keys.ts';
import { useAppInfo } from '../../client/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { NewStudyDialog } from '../study/NewStudyDialog.tsx';
import { OpenStudyDialog } from '../study/OpenStudyDialog.tsx';
import { useOpenStudy } from '../study/useOpenStudy.tsx';
import css from './Welcome.module.css';

/** The first screen: a new study, an existing one, or the sample. */
export function Welcome({ onOpen }: { readonly onOpen: (study: StudyInfo) => void }) {
  const client = useClient();
  const app = useAppInfo();
  const recent = useQuery({ queryKey: keys.recent(), queryFn: () => client.call('app.recent', {}), staleTime: 0 });
  const [dialog, setDialog] = useState<'new' | 'open' | null>(null);
  const [busy, setBusy] = useState(false);
  const { open, passphraseDialog } = useOpenStudy(onOpen);
  const openAny = () => {
    if (!isDesktop()) return setDialog('open');
    chooseStudy().then(path => path !== null && open(path), toastError);
  };
  const openSample = async () => {
    setBusy(true);
    try {
      onOpen(await client.call('study.sample', {}));
    } catch (thrown) {
      toastError(thrown);
    } finally {
      setBusy(false);
    }
  };
  useCommands([
    {
      id: 'study.new',
      name: 'New study',
      group: 'Study',
      keys: ['Ctrl+N', 'Alt+N'],
      inFields: true,
      run: () => setDialog('new'),
    },
    { id: 'study.open', name: 'Open a study', group: 'Study', keys: ['Ctrl+O'], inFields: true, run: openAny },
    { id: 'study.sample', name: 'Open the sample study', group: 'Study', run: () => void openSample() },
  ]);
  return (
    <div className={css.page}>
      <section className={css.start} aria-label="Start">
        <Mark />
        <h1>Ninefold</h1>
        <p className={css.lead}>Read closely, code with care, and show where every finding comes from.</p>
        <button type="button" className={`${css.act} ${css.first}`} onClick={() => setDialog('new')}>
          <Icon name="plus" />
          New study
          <Kbd>{isDesktop() ? 'Ctrl N' : 'Alt N'}</Kbd>
        </button>
        <button type="button" className={css.act} onClick={openAny}>
          <Icon name="folder" />
          Open a study
          <Kbd>Ctrl O</Kbd>
        </button>
        <p className={css.foot}>Version {app.data?.version ?? ''}. Studies stay on this computer.</p>
      </section>
      <main className={css.recent}>
        <h2>Recent studies</h2>
        {recent.data?.length === 0 && (
          <p className={css.none}>Studies you open are listed here. Make a new one, or look at the sample first.</p>
        )}
        <ul>
          {recent.data?.map(study => (
            <RecentRow key={study.path} study={study} onOpen={() => open(study.path)} />
          ))}
        </ul>
        <div className={css.sample}>
          <div>
            <h3>The Kestrel Yard sample</h3>
            <p>
              Thirteen invented sources about a youth programme, with 40 codes and 16 themes. Nothing in it is about a
              real person or place.
            </p>
          </div>
          <Button large onPress={() => void openSample()} disabled={busy}>
            {busy ? 'Opening the sample …' : 'Open the sample'}
          </Button>
        </div>
      </main>
      {dialog === 'new' && <NewStudyDialog onClose={() => setDialog(null)} onOpen={onOpen} />}
      {dialog === 'open' && <OpenStudyDialog onClose={() => setDialog(null)} onChoose={path => open(path)} />}
      {passphraseDialog}
    </div>
  );
}

function RecentRow({ study, onOpen }: { readonly study: RecentStudy; readonly onOpen: () => void }) {
  const client = useClient();
  const queries = useQueryClient();
  const forget = () =>
    client
      .call('app.forgetRecent', { path: study.path })
      .then(() => queries.invalidateQueries({ queryKey: keys.recent() }), toastError);
  const parts = study.path.split(/[\\/]/).filter(Boolean);
  return (
    <li>
      <button type="button" onClick={onOpen} disabled={!study.present}>
        <span className={css.title}>{study.title}</span>
        <span className={css.when}>
          {new Date(study.openedAt).toLocaleString('en-GB', {
            day: 'numeric',
            month: 'long',
            hour: '2-digit',
            minute: '2-digit',
          })}
        </span>
        <span className={css.where} title={study.path}>
          {parts.slice(-3).join(', ')}
        </span>
        {study.present ? (
          <span className={css.what}>
            {study.sources} sources, {study.themes} themes
          </span>
        ) : (
          <span className={css.lost}>Not found: moved, or its disk is not connected</span>
        )}
      </button>
      <IconButton icon="close" label={`Take ${study.title} off this list`} onPress={() => void forget()} />
    </li>
  );
}

/** Nine strokes: the app's mark. */
function Mark() {
  const heights = [30, 18, 40, 34, 28, 14, 30, 42, 22];
  return (
    <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" className={css.mark}>
      {heights.map((height, index) => (
        <path
          key={`${index * 5}`}
          d={`M${2 + index * 5} ${22 - height / 2}v${height}`}
          stroke="currentColor"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}
