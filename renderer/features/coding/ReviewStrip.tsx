import type { Coding, Transcript } from '../../../shared/model/entities.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import css from './Coding.module.css';
import type { Codes } from './paintTurns.ts';

/** Codings whose words changed when the transcript was mended: gone through one after the other, each kept or taken off. */
export function ReviewStrip({
  transcript,
  codes,
  chosen,
  onChoose,
  onRemove,
}: {
  readonly transcript: Transcript;
  readonly codes: Codes;
  readonly chosen: Coding | null;
  readonly onChoose: (coding: Coding) => void;
  readonly onRemove: (coding: Coding) => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const waiting = transcript.codings.filter(coding => coding.review !== null);
  if (waiting.length === 0) return null;
  const at = chosen?.review ? chosen : null;
  const next = () => {
    const after = waiting.find(
      coding => !at || coding.start > at.start || (coding.start === at.start && coding.id > at.id),
    );
    const coding = after ?? waiting[0];
    if (coding) onChoose(coding);
  };
  const keep = (coding: Coding) =>
    client.call('coding.review', { study, codings: [coding.id], done: true }).then(next, toastError);
  return (
    <section className={css.review} aria-label="Codings to look at again">
      <span>
        {at
          ? `“${codes.get(at.code)?.name}” stands on changed words. Does it still fit?`
          : `${counted(waiting.length, 'coding')} on words that changed when the transcript was mended.`}
      </span>
      {at ? (
        <>
          <Button onPress={() => void keep(at)}>Keep it</Button>
          <Button look="danger" onPress={() => onRemove(at)}>
            Take it off
          </Button>
          <Button look="quiet" onPress={next}>
            Next
          </Button>
        </>
      ) : (
        <Button onPress={next}>{waiting.length === 1 ? 'Look at it' : 'Look at them'}</Button>
      )}
    </section>
  );
}
