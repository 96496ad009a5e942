import type { Theme } from '../../../shared/model/entities.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { toastError } from '../../ui/toast.tsx';
import { wordsOf } from '../../ui/words.ts';
import { askAbout } from './asking.ts';
import { useDesk, useDoing } from './desk.tsx';
import css from './Page.module.css';
import { useRelations } from './readings.ts';

/** How a theme stands to other themes, as it reads: "leads to A place of one's own". */
export function RelationList({ theme }: { readonly theme: Theme }) {
  const { themes } = useDesk();
  const { acts, ask, onOpen } = useDoing();
  const { data, error } = useRelations(theme.id);
  if (error) return <p className={css.quiet}>{wordsOf(error)}</p>;
  if (!data) return null;
  const nameOf = (id: string) => themes.find(one => one.id === id)?.name ?? '';
  return (
    <section className={css.relations} aria-label="Relations">
      {data.length === 0 && (
        <p className={css.quiet}>
          No relations yet. They say how themes hang together, and stand as arrows on the map.
        </p>
      )}
      <ul>
        {data.map(relation => {
          const out = relation.from === theme.id;
          const other = out ? relation.to : relation.from;
          return (
            <li key={relation.id}>
              <p>
                {out ? (
                  <>
                    <span>{relation.kind} </span>
                    <button type="button" onClick={() => onOpen(other)}>
                      {nameOf(other)}
                    </button>
                  </>
                ) : (
                  <>
                    <button type="button" onClick={() => onOpen(other)}>
                      {nameOf(other)}
                    </button>
                    <span> {relation.kind} this theme</span>
                  </>
                )}
                {relation.note && <small>{relation.note}</small>}
              </p>
              <Button
                look="quiet"
                label={`Change the relation to ${nameOf(other)}`}
                onPress={() => ask({ kind: 'edit relation', theme: theme.id, relation })}
              >
                Change
              </Button>
              <IconButton
                icon="close"
                label={`Remove the relation to ${nameOf(other)}`}
                onPress={() => void acts.unrelate(relation).catch(toastError)}
              />
            </li>
          );
        })}
      </ul>
      <Button icon="plus" disabled={themes.length < 2} onPress={() => ask(askAbout('relation', theme))}>
        Add a relation
      </Button>
    </section>
  );
}
