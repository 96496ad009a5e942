import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RecentStudy } from '../../../shared/api/outputs.ts';
import { useClient } from '../../client/context.tsx';
import { isDesktop } from '../../client/desktop.ts';
import { keys } from '../../client/keys.ts';
import { useAppInfo } from '../../client/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted, said } from '../../ui/words.ts';
import type { StudyDoor } from '../study/useStudyDoor.tsx';
import css from './Welcome.module.css';

/** The first screen: a new study, an existing one, or the sample. */
export function Welcome({ door }: { readonly door: StudyDoor }) {
  const client = useClient();
  const app = useAppInfo();
  const recent = useQuery({ queryKey: keys.recent(), queryFn: () => client.call('app.recent', {}), staleTime: 0 });
  return (
    <div className={css.page}>
      <section className={css.start} aria-label="Start">
        <Mark />
        <h1>Ninefold</h1>
        <p className={css.lead}>Read closely, code with care, and show where every finding comes from.</p>
        <button type="button" className={`${css.act} ${css.first}`} onClick={door.create}>
          <Icon name="plus" />
          New study
          <Kbd>{isDesktop() ? 'Ctrl N' : 'Alt N'}</Kbd>
        </button>
        <button type="button" className={css.act} onClick={door.choose}>
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
            <RecentRow key={study.path} study={study} onOpen={() => door.open(study.path)} />
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
          <Button large onPress={door.openSample} disabled={door.busy}>
            {door.busy ? 'Opening the sample …' : 'Open the sample'}
          </Button>
        </div>
      </main>
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
        <span className={css.when}>{said(study.openedAt)}</span>
        <span className={css.where} title={study.path}>
          {parts.slice(-3).join(', ')}
        </span>
        {study.present ? (
          <span className={css.what}>
            {counted(study.sources, 'source')}, {counted(study.themes, 'theme')}
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
  const strokes = [30, 18, 40, 34, 28, 14, 30, 42, 22].map((height, index) => ({ x: 2 + index * 5, height }));
  return (
    <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" className={css.mark}>
      {strokes.map(({ x, height }) => (
        <path
          key={x}
          d={`M${x} ${22 - height / 2}v${height}`}
          stroke="currentColor"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}
