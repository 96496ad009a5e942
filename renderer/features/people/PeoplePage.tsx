import { useRef, useState } from 'react';
import { knownGroups } from '../../../shared/model/kinds.ts';
import type { Attribute, Participant } from '../../../shared/model/people.ts';
import { useCommands } from '../../app/commands.ts';
import { go } from '../../app/route.ts';
import { usePeople, useSources } from '../../client/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { EmptyState, Note, PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import { MemoDialog } from '../memos/MemoDialog.tsx';
import { AttributeDialog } from './AttributeDialog.tsx';
import { TextCell, ValueCell } from './Cell.tsx';
import css from './People.module.css';
import { RoleInPrint } from './RoleInPrint.tsx';
import { usePeopleActs } from './usePeople.ts';

/** Participants as a table that is edited in place: group, role, phase and the study's own attributes. */
export function PeoplePage() {
  const people = usePeople();
  const { act, importTable } = usePeopleActs();
  const file = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState<Attribute | 'new' | null>(null);
  const [memo, setMemo] = useState<Participant | null>(null);
  const participants = people.data?.participants ?? [];
  const attributes = people.data?.attributes ?? [];
  const add = () => void act('people.create', { label: freeLabel(participants) });
  useCommands([
    { id: 'people.add', name: 'Add a participant', group: 'People', keys: ['N'], run: add },
    { id: 'people.attribute', name: 'Add an attribute', group: 'People', run: () => setAsking('new') },
    { id: 'people.import', name: 'Read participants from CSV', group: 'People', run: () => file.current?.click() },
  ]);
  if (people.error) return <Note block>{people.error.message}</Note>;
  if (!people.data) return null;
  return (
    <div className={css.page}>
      <PaneHead level={1} title="People" note={counted(participants.length, 'participant')}>
        <Button onPress={() => go('sources')}>Sources</Button>
        <Button onPress={() => file.current?.click()}>Read from CSV</Button>
        <Button icon="plus" onPress={() => setAsking('new')}>
          Attribute
        </Button>
        <Button look="primary" icon="plus" onPress={add}>
          Participant
        </Button>
      </PaneHead>
      {participants.length === 0 ? (
        <EmptyState
          title="No participants yet"
          action={
            <Button large look="primary" onPress={add}>
              Add a participant
            </Button>
          }
        >
          People whose words are data: they come with imported sources that name a participant, from a CSV table, or one
          by one. What you note of them here can be compared in matrices and filters. Names are not needed: a label such
          as CYP2 is enough.
        </EmptyState>
      ) : (
        <div className={css.scroll}>
          <datalist id="people-groups">
            {knownGroups.map(group => (
              <option key={group} value={group} />
            ))}
          </datalist>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">Participant</th>
                <th scope="col">Group</th>
                <th scope="col">Precise role</th>
                <th scope="col">In print</th>
                <th scope="col">Phase</th>
                <th scope="col">Speaks in</th>
                {attributes.map(attribute => (
                  <th key={attribute.id} scope="col">
                    <span className={css.head}>
                      {attribute.name}
                      <Menu
                        label={`Acts on ${attribute.name}`}
                        entries={[
                          { id: 'edit', name: 'Change it', onAction: () => setAsking(attribute) },
                          {
                            id: 'remove',
                            name: 'Remove with its values',
                            danger: true,
                            onAction: () =>
                              void act(
                                'attribute.remove',
                                { attribute: attribute.id },
                                `Removed the attribute “${attribute.name}”.`,
                              ),
                          },
                        ]}
                      >
                        <IconButton icon="more" label={`Acts on ${attribute.name}`} />
                      </Menu>
                    </span>
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">Acts</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {participants.map(person => (
                <PersonRow
                  key={person.id}
                  person={person}
                  attributes={attributes}
                  act={act}
                  onMemo={() => setMemo(person)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <input
        ref={file}
        type="file"
        accept=".csv,text/csv"
        hidden
        onChange={event => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          void chosen?.arrayBuffer().then(bytes => importTable({ name: chosen.name, bytes: new Uint8Array(bytes) }));
        }}
      />
      {asking && (
        <AttributeDialog attribute={asking === 'new' ? null : asking} act={act} onClose={() => setAsking(null)} />
      )}
      {memo && (
        <MemoDialog
          about={{ kind: 'participant', participant: memo.id }}
          name={memo.label}
          onClose={() => setMemo(null)}
        />
      )}
    </div>
  );
}

function PersonRow({
  person,
  attributes,
  act,
  onMemo,
}: {
  readonly person: Participant;
  readonly attributes: readonly Attribute[];
  readonly act: ReturnType<typeof usePeopleActs>['act'];
  readonly onMemo: () => void;
}) {
  const sources = useSources();
  const { id: participant, label } = person;
  const where = sources.data?.filter(source => person.sources.includes(source.id)).map(source => source.attribution);
  const also = person.speakers.length;
  const update = (fields: object) => act('people.update', { participant, ...fields });
  return (
    <tr>
      <td>
        <TextCell label="Label" value={label} onKeep={typed => update({ label: typed })} />
      </td>
      <td>
        <TextCell
          label={`Group of ${label}`}
          list="people-groups"
          value={person.group ?? ''}
          onKeep={typed => update({ group: typed === '' ? null : typed })}
        />
      </td>
      <td>
        <TextCell
          label={`Role of ${label}`}
          value={person.role ?? ''}
          onKeep={typed => update({ role: typed === '' ? null : typed })}
        />
      </td>
      <td>
        <RoleInPrint person={person} act={act} />
      </td>
      <td>
        <TextCell
          narrow
          label={`Phase of ${label}`}
          value={person.phase === null ? '' : String(person.phase)}
          onKeep={typed => update({ phase: typed === '' ? null : Number(typed) })}
        />
      </td>
      <td className={css.where}>
        {[
          ...(where ?? []),
          ...(also > 0 ? [counted(also, 'speaker of other sources', 'speakers of other sources')] : []),
        ].join(', ') || '–'}
      </td>
      {attributes.map(attribute => (
        <td key={attribute.id}>
          <ValueCell
            attribute={attribute}
            of={label}
            value={person.values[attribute.id] ?? ''}
            onKeep={typed =>
              act('people.setValue', { participant, attribute: attribute.id, value: typed === '' ? null : typed })
            }
          />
        </td>
      ))}
      <td>
        <Menu
          label={`Acts on ${label}`}
          entries={[
            { id: 'memo', name: 'Memo', onAction: onMemo },
            {
              id: 'remove',
              name: 'Remove; their words stay',
              danger: true,
              onAction: () => void act('people.remove', { participant }, `Removed the participant “${label}”.`),
            },
          ]}
        >
          <IconButton icon="more" label={`Acts on ${label}`} />
        </Menu>
      </td>
    </tr>
  );
}

/** A label that nobody has yet. */
function freeLabel(participants: readonly Participant[]): string {
  const taken = new Set(participants.map(person => person.label));
  for (let n = participants.length + 1; ; n++) if (!taken.has(`P${n}`)) return `P${n}`;
}
