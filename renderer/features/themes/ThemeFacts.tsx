import type { Theme } from '../../../shared/model/entities.ts';
import { themeStatuses } from '../../../shared/model/kinds.ts';
import { Button } from '../../ui/Button.tsx';
import { EvidenceStrip } from '../../ui/EvidenceStrip.tsx';
import { Select } from '../../ui/Select.tsx';
import { counted } from '../../ui/words.ts';
import { useMemos } from '../memos/useMemos.ts';
import { askAbout } from './asking.ts';
import { statusNames } from './board.ts';
import { CodesOfPage } from './CodesOfPage.tsx';
import { useDesk, useDoing } from './desk.tsx';
import { EditInPlace } from './EditInPlace.tsx';
import css from './Page.module.css';
import { StepAsks } from './StepAsks.tsx';
import { ThemePlaces } from './ThemePlaces.tsx';
import { useStep } from './useStep.ts';
import { WholeStudy } from './WholeStudy.tsx';

/** What is known of a theme, each thing changed where it stands. */
export function ThemeFacts({ theme }: { readonly theme: Theme }) {
  const { sources, themes } = useDesk();
  const { acts, ask, onOpen } = useDoing();
  const put = useStep();
  const memos = useMemos();
  const { extracts, sources: speaking, participants, against } = theme.evidence;
  const under = themes.filter(one => one.parent === theme.id);
  const written = memos.data?.filter(memo => memo.about.kind === 'theme' && memo.about.theme === theme.id).length ?? 0;
  return (
    <dl className={css.facts}>
      <dt>Scope</dt>
      <dd>
        <EditInPlace
          label="Scope"
          value={theme.definition}
          placeholder="What belongs to it"
          lines
          onSave={definition => acts.write(theme, { definition })}
        />
      </dd>
      <dt>Is not</dt>
      <dd>
        <EditInPlace
          label="What it is not"
          value={theme.isNot}
          placeholder="What lies close and does not belong"
          lines
          onSave={isNot => acts.write(theme, { isNot })}
        />
      </dd>
      <dt>Role</dt>
      <dd>
        <EditInPlace
          label="Role in a model"
          value={theme.role ?? ''}
          placeholder="Push, pull, entrapment, or own words"
          onSave={role => acts.write(theme, { role: role === '' ? null : role })}
        />
      </dd>
      <dt>Status</dt>
      <dd>
        <Select
          label="Status of the theme"
          hideLabel
          look="cell"
          value={theme.status}
          choices={themeStatuses.map(id => ({ id, name: statusNames[id] }))}
          onChange={status => put([theme], { status })}
        />
        <StepAsks theme={theme} />
      </dd>
      <dt>Outcomes</dt>
      <dd>
        <ThemePlaces theme={theme} />
      </dd>
      <dt>Codes</dt>
      <dd>
        <CodesOfPage theme={theme} />
      </dd>
      {under.length > 0 && (
        <>
          <dt>Sub-themes</dt>
          <dd>
            {under.map(one => (
              <button key={one.id} type="button" className={css.sub} onClick={() => onOpen(one.id)}>
                {one.name}
              </button>
            ))}
          </dd>
        </>
      )}
      <dt>Evidence</dt>
      <dd className={css.evidence}>
        <EvidenceStrip sources={sources} speaking={new Set(speaking)} against={new Set(against)} />
        <p>
          {counted(extracts, 'extract')}, {speaking.length} of {counted(sources.length, 'source')},{' '}
          {counted(participants, 'person', 'people')}; interviewers left out
        </p>
        <WholeStudy what="This is the evidence" />
      </dd>
      <dt>Memos</dt>
      <dd>
        <Button look="quiet" icon="memo" className={css.add} onPress={() => ask(askAbout('memo', theme))}>
          {written === 0 ? 'Write a memo' : `Open ${counted(written, 'memo')}`}
        </Button>
      </dd>
    </dl>
  );
}
