import { useQuery } from '@tanstack/react-query';
import type { Code } from '../../../shared/model/entities.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CodeSign, Note } from '../../ui/signs.tsx';
import css from './Codebook.module.css';

/** Pairs of codes that may be one and the same, by their names or by the words they stand on; each can be merged. */
export function SimilarDialog({
  codes,
  onMerge,
  onClose,
}: {
  readonly codes: readonly Code[];
  readonly onMerge: (pair: readonly Code[]) => void;
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const similar = useQuery({
    queryKey: [study, 'codes', 'similar'],
    queryFn: () => client.call('code.similar', { study }),
  });
  const named = (id: string) => codes.find(code => code.id === id);
  const pairs = (similar.data ?? []).flatMap(pair => {
    const a = named(pair.a);
    const b = named(pair.b);
    return a && b ? [{ ...pair, a, b }] : [];
  });
  return (
    <Dialog
      title="Codes that may be one"
      onClose={onClose}
      foot={
        <Button large onPress={onClose}>
          Done
        </Button>
      }
    >
      {similar.isLoading && <p className={css.quiet}>Comparing …</p>}
      {similar.data && pairs.length === 0 && (
        <p className={css.quiet}>No two codes have like names or stand on mostly the same words.</p>
      )}
      {similar.error && <Note block>{similar.error.message}</Note>}
      <ul className={css.pairs}>
        {pairs.map(({ a, b, by, score }) => (
          <li key={`${a.id} ${b.id} ${by}`}>
            <span>
              <CodeSign sigil={a.sigil} hue={a.hue} /> {a.name}
              <br />
              <CodeSign sigil={b.sigil} hue={b.hue} /> {b.name}
              <small>
                {by === 'name' ? 'Like names' : `${Math.round(score * 100)} % of the coded words are the same`}
              </small>
            </span>
            <Button onPress={() => onMerge([a, b])}>Merge</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
