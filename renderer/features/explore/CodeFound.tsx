import { useMemo, useState } from 'react';
import type { Key } from 'react-aria-components';
import { useCommands } from '../../app/commands.ts';
import type { Sought } from '../../app/route.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { useCodes } from '../../client/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { CodeSign, Note } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted, figure } from '../../ui/words.ts';
import { HitList } from '../autocode/HitList.tsx';
import { keyOf } from '../autocode/look.ts';
import css from './Explore.module.css';
import { mostCoded, useAllFound } from './useFound.ts';

const newCode = 'new';

/** Every place found, to be ticked off before those left are coded in one act that can be undone. Words of interviewers begin without a tick. */
export function CodeFound({ sought, onDone }: { readonly sought: Sought; readonly onDone: () => void }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const codes = useCodes().data ?? [];
  const offerUndo = useOfferUndo();
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
  const apply = async (id: string) => {
    setChoosing(false);
    const code = codes.find(one => one.id === id);
    if (!code && proposed === '') return;
    try {
      const { made, already } = await client.call('coding.applyMany', {
        study,
        spans: ticked.map(({ source, start, end }) => ({ source, start, end })),
        codes: code ? [code.id] : [],
        ...(!code && { newCodes: [proposed] }),
      });
      const stood = already > 0 ? `; ${already} stood there before` : '';
      await offerUndo(`Coded ${counted(made, 'extract')} as “${code?.name ?? proposed}”${stood}.`);
      onDone();
    } catch (thrown) {
      toastError(thrown);
    }
  };
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
        <Chooser
          title={`Code ${counted(ticked.length, 'place')} as`}
          field="Find a code"
          none="No code has these letters."
          choices={[
            ...(proposed === '' ? [] : [{ id: newCode, name: `New code “${proposed}”` }]),
            ...codes
              .filter(code => !code.retired)
              .map(code => ({ id: code.id, name: code.name, sign: <CodeSign sigil={code.sigil} hue={code.hue} /> })),
          ]}
          onPick={id => void apply(id)}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

const noHits: readonly [] = [];
