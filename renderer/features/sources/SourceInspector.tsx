import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Source, Speaker } from '../../../shared/model/entities.ts';
import { knownGroups, sourceFormats, sourceKinds, speakerRoles } from '../../../shared/model/kinds.ts';
import { go } from '../../app/route.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { download } from '../../client/desktop.ts';
import { keys } from '../../client/keys.ts';
import { usePeople } from '../../client/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { KeptField } from '../../ui/KeptField.tsx';
import { kindNames } from '../../ui/kinds.ts';
import { Select } from '../../ui/Select.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { ReimportDialog } from './ReimportDialog.tsx';
import { Revisions } from './Revisions.tsx';
import css from './Sources.module.css';

const roleNames = { participant: 'Participant', supporter: 'Second speaker', interviewer: 'Interviewer' } as const;

/** What is known of a source and its speakers; every change is saved at once and can be undone. */
export function SourceInspector({ source }: { readonly source: Source }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const transcript = useQuery({
    queryKey: keys.transcript(study, source.id),
    queryFn: () => client.call('source.get', { study, source: source.id }),
  });
  const offerUndo = useOfferUndo();
  const [removing, setRemoving] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const [corrected, setCorrected] = useState<{ readonly name: string; readonly bytes: Uint8Array } | null>(null);
  const set = (facts: Partial<Pick<Source, 'title' | 'kind' | 'group' | 'phase' | 'participant'>>) =>
    client.call('source.update', { study, source: source.id, facts }).catch(toastError);
  const remove = () => {
    setRemoving(false);
    client
      .call('source.remove', { study, source: source.id })
      .then(() => offerUndo(`Removed “${source.title}”.`))
      .catch(toastError);
  };
  const original = () =>
    client
      .call('source.original', { study, source: source.id })
      .then(file => download(file.fileName, 'application/octet-stream', file.bytes), toastError);
  const groups = [...new Set([...knownGroups, ...(source.group ? [source.group] : [])])];
  return (
    <>
      <PaneHead title={source.attribution} />
      <div className={css.inspector}>
        <Button look="primary" large onPress={() => go('code', source.id)}>
          Read and code
        </Button>
        <KeptField label="Title" value={source.title} required onKeep={title => set({ title })} />
        <Select
          label="Kind"
          value={source.kind}
          choices={sourceKinds.map(id => ({ id, name: kindNames[id] }))}
          onChange={kind => void set({ kind })}
        />
        <div className={css.two}>
          <Select
            label="Group"
            value={source.group ?? '–'}
            choices={['–', ...groups].map(id => ({ id, name: id }))}
            onChange={group => void set({ group: group === '–' ? null : group })}
          />
          <Select
            label="Phase"
            value={String(source.phase ?? '–')}
            choices={['–', '1', '2', '3', '4'].map(id => ({ id, name: id }))}
            onChange={phase => void set({ phase: phase === '–' ? null : Number(phase) })}
          />
        </div>
        <KeptField
          label="Participant"
          value={source.participant ?? ''}
          placeholder="CYP2"
          onKeep={participant => set({ participant: participant === '' ? null : participant })}
        />
        <h3>Speakers</h3>
        <ul className={css.speakers}>
          {transcript.data?.speakers.map(speaker => (
            <SpeakerFields key={speaker.id} speaker={speaker} ofOne={source.participant !== null} />
          ))}
        </ul>
        <p className={css.quiet}>
          {source.fileName}, imported{' '}
          {new Date(source.importedAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}.{' '}
          {source.characters.toLocaleString('en-GB')} characters.
        </p>
        <Revisions source={source} />
        <div className={css.acts}>
          <Button onPress={() => void original()}>Save the original file</Button>
          <Button onPress={() => file.current?.click()}>Replace by a corrected one</Button>
          <Button look="danger" onPress={() => setRemoving(true)}>
            Remove
          </Button>
        </div>
      </div>
      <input
        ref={file}
        type="file"
        accept={sourceFormats.map(format => `.${format}`).join(',')}
        hidden
        onChange={event => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          void chosen
            ?.arrayBuffer()
            .then(bytes => setCorrected({ name: chosen.name, bytes: new Uint8Array(bytes) }), toastError);
        }}
      />
      {corrected && <ReimportDialog source={source} file={corrected} onClose={() => setCorrected(null)} />}
      {removing && (
        <ConfirmDialog
          title={`Remove “${source.title}”?`}
          confirm="Remove the source"
          danger
          onClose={() => setRemoving(false)}
          onConfirm={remove}
        >
          <p>
            Its {counted(source.turns, 'turn')} and {counted(source.codings, 'coding')} go with it. You can undo this.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

/** `ofOne`: the whole source is one participant's, so its speaker need not be named again. */
function SpeakerFields({ speaker, ofOne }: { readonly speaker: Speaker; readonly ofOne: boolean }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const participants = usePeople().data?.participants ?? [];
  const save = (change: Partial<Pick<Speaker, 'name' | 'role' | 'supportRole'>>) => {
    const { id, role, supportRole } = speaker;
    return client
      .call('speaker.update', { study, speaker: id, name: speaker.name, role, supportRole, ...change })
      .catch(toastError);
  };
  return (
    <li>
      <KeptField
        label={`Name of ${speaker.label}`}
        hideLabel
        value={speaker.name}
        required
        onKeep={name => save({ name })}
      />
      <Select
        label={`Role of ${speaker.label}`}
        hideLabel
        value={speaker.role}
        choices={speakerRoles.map(id => ({ id, name: roleNames[id] }))}
        onChange={role =>
          save({ role, supportRole: role === 'supporter' ? (speaker.supportRole ?? speaker.name) : null })
        }
      />
      {speaker.role !== 'interviewer' && !(ofOne && speaker.role === 'participant') && participants.length > 0 && (
        <Select
          label={`Who ${speaker.label} is`}
          hideLabel
          value={participants.find(one => one.speakers.includes(speaker.id))?.id ?? ''}
          choices={[
            { id: '', name: 'No participant of their own' },
            ...participants.map(one => ({ id: String(one.id), name: one.label })),
          ]}
          onChange={id =>
            client
              .call('speaker.bind', {
                study,
                speaker: speaker.id,
                participant: participants.find(one => one.id === id)?.id ?? null,
              })
              .catch(toastError)
          }
        />
      )}
      {speaker.role === 'supporter' && (
        <KeptField
          label={`What ${speaker.label} is`}
          hideLabel
          value={speaker.supportRole ?? ''}
          placeholder="Mentor"
          hint="Printed with the quote, such as “Mentor supporting”."
          className={css.supports}
          onKeep={words => save({ supportRole: words === '' ? null : words })}
        />
      )}
    </li>
  );
}
