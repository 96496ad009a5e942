import { useMemo, useState } from 'react';
import type { Key } from 'react-aria-components';
import { useCommands } from '../../app/commands.ts';
import type { Sought } from '../../app/route.ts';
import { useCodes } from '../../client/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, figure } from '../../ui/words.ts';
import { CodeAll } from '../autocode/CodeAll.tsx';
import { HitList } from '../autocode/HitList.tsx';
import { keyOf } from '../autocode/look.ts';
import css from './Explore.module.css';
import { mostCoded, useAllFound } from './useFound.ts';

/** Every place found, to be ticked off before those left are coded in one act that can be undone. Words of interviewers begin without a tick. */
export function CodeFound({ sought, onDone }: { readonly sought: Sought; readonly onDone: () => void }) {
  const codes = useCodes().data ?? [];
  const found = useAllFound(sought);
  const [changed, setChanged] = useState<ReadonlySet<Key> | null>(null);
  const [choosing, setChoosing] = useState(false);
  const hits = found.data?.hits ?? noHits;
  const asking = useMemo(() => new Set<Key>(hits.filter(hit => hit.asks).map(keyOf)), [hits]);
  const left = changed ?? asking;
  const ticked = useMemo(() => hits.filter(hit => !left.has(keyOf(hit))), [hits, left]);
  const proposed = /["*(]/.test(sought.text) ? '' : sought.text.trim();
  useCommands([
    { id: 'explore.back', name: 'Back to what was found', group: 'Explore', keys: ['Escape'], run: onDone },
  ]);
  const total = found.data?.total ?? 0;
  return (
    <div className={css.column}>
      <div className={css.sum}>
        <IconButton icon="close" label="Back to what was found" shortcut="Escape" onPress={onDone} />
        <span role="status">
          {found.data
            ? `${counted(ticked.length, 'place')} of ${figure(total)} ticked${total > hits.length ? `; only the first ${figure(mostCoded)} are shown` : ''}${asking.size > 0 && changed === null ? `; words of interviewers (${asking.size}) are left out` : ''}`
            : 'Reading all places …'}
        </span>
        <span className={css.space} />
        <Button look="quiet" onPress={() => setChanged(left.size === 0 ? new Set(hits.map(keyOf)) : new Set())}>
          {left.size === 0 ? 'Tick none' : 'Tick all'}
        </Button>
        <Button look="primary" disabled={ticked.length === 0} onPress={() => setChoosing(true)}>
          Code {counted(ticked.length, 'place')}
        </Button>
      </div>
      {found.error && <Note block>{found.error.message}</Note>}
      {hits.length > 0 && <HitList hits={hits} left={left} onLeave={setChanged} />}
      {choosing && (
        <CodeAll
          spans={ticked}
          codes={codes}
          proposed={proposed}
          what={counted(ticked.length, 'place')}
          onDone={onDone}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

const noHits: readonly [] = [];
