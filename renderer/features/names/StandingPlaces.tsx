import { type ReactNode, useMemo, useState } from 'react';
import type { Replacement } from '../../../shared/model/anonymity.ts';
import type { BracketId } from '../../../shared/model/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, figure, wordsOf } from '../../ui/words.ts';
import { OpenKeyDialog } from '../key/OpenKeyDialog.tsx';
import { useKeyState } from '../key/useKey.ts';
import formCss from './Form.module.css';
import placesCss from './Places.module.css';
import type { Standing, useStanding } from './readings.ts';
import { TickList, type TickPlace } from './TickList.tsx';

/** Where a label stands. With the key, the original words are put back at the places that are ticked. */
export function StandingPlaces({
  one,
  standing,
  children,
}: {
  readonly one: Replacement;
  readonly standing: ReturnType<typeof useStanding>;
  readonly children: ReactNode;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const open = useKeyState().data?.state === 'open';
  const offerUndo = useOfferUndo();
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const rows = useMemo(
    () => standing.places.flatMap(place => (place.id === null ? [] : [rowOf(place, place.id, open)])),
    [standing.places, open],
  );
  const ticked = new Set(rows.map(row => row.key).filter(key => wanted.has(key)));
  const restore = async () => {
    setAsking(false);
    setRefused(null);
    const brackets = standing.places.flatMap(({ id }) => (id !== null && ticked.has(id) ? [id] : []));
    try {
      await client.call('replacement.restore', { study, brackets });
      setWanted(new Set());
      await offerUndo(`Put the original words back at ${counted(brackets.length, 'place')}.`);
    } catch (thrown) {
      setRefused(wordsOf(thrown));
    }
  };
  const ask = () => {
    if (ticked.size === 0) return;
    if (open) void restore();
    else setAsking(true);
  };
  useCommands([
    { id: 'names.restore', name: 'Put the original words back at the ticked places', group: 'Names', run: ask },
  ]);
  const tick = (keys: readonly string[], on: boolean) => {
    const next = new Set(wanted);
    for (const key of keys) {
      if (on) next.add(key);
      else next.delete(key);
    }
    setWanted(next);
  };
  return (
    <>
      <div className={formCss.scroll}>
        {children}
        <div className={placesCss.sum}>
          <span role="status">
            {standing.reading
              ? 'Reading …'
              : rows.length === 0
                ? 'It stands in no source.'
                : ticked.size === 0
                  ? `${counted(rows.length, 'place')}. Tick those where the original words shall stand again.`
                  : `${figure(ticked.size)} of ${counted(rows.length, 'place')} ticked`}
          </span>
        </div>
        {standing.error && <Note block>{standing.error.message}</Note>}
        <TickList label="Where it stands" places={rows} ticked={ticked} onTick={tick} />
      </div>
      {rows.length > 0 && (
        <section className={formCss.apply} aria-label="Put back">
          {refused && <Note block>{refused}</Note>}
          <div className={formCss.applyLine}>
            <Button className={formCss.applyButton} disabled={ticked.size === 0} onPress={ask}>
              {ticked.size === 0 ? 'Put the words back' : `Put the words back at ${counted(ticked.size, 'place')}`}
            </Button>
            <div className={formCss.applyWords}>
              <span>
                {open
                  ? `${one.label} stays in the table, and at the places that are not ticked.`
                  : 'The original words are in the key, and it is closed. You are asked for the passphrase.'}
              </span>
            </div>
          </div>
        </section>
      )}
      {asking && <OpenKeyDialog onClose={() => setAsking(false)} onOpened={() => void restore()} />}
    </>
  );
}

const rowOf = (place: Standing, id: BracketId, open: boolean): TickPlace => ({
  ...place,
  key: id,
  note:
    place.original !== null ? `for “${place.original}”` : open ? 'its words are in no key' : 'its words are in the key',
  doubtful: false,
});
