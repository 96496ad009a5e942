import { skipToken, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Key } from 'react-aria-components';
import type { Code, Transcript } from '../../../shared/model/entities.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { keys } from '../../client/keys.ts';
import { useSources } from '../../client/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Note, PaneHead } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import css from './Autocode.module.css';
import { CodeAll } from './CodeAll.tsx';
import { HitList } from './HitList.tsx';
import { LookForm } from './LookForm.tsx';
import { emptyLook, keyOf, queryOf } from './look.ts';

/** Finds stretches by words, pattern, speaker or question, shows every one in its context, and codes those left ticked in one act that can be undone. */
export function AutocodePage({
  transcript,
  codes,
}: {
  readonly transcript: Transcript;
  readonly codes: readonly Code[];
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const sources = useSources();
  const [look, setLook] = useState(emptyLook);
  const [asked, setAsked] = useState<ReturnType<typeof queryOf>>(null);
  const [left, setLeft] = useState<ReadonlySet<Key>>(new Set());
  const [choosing, setChoosing] = useState(false);
  const query = queryOf(look, transcript.source.id);
  const found = useQuery({
    queryKey: keys.autocode(study, asked),
    queryFn: asked ? () => client.call('autocode.find', { study, ...asked }) : skipToken,
  });
  const hits = found.data?.hits ?? noHits;
  const ticked = useMemo(() => hits.filter(hit => !left.has(keyOf(hit))), [hits, left]);
  const proposed = look.kind === 'words' || look.kind === 'phrase' ? look.text.trim() : '';
  return (
    <>
      <PaneHead level={1} title="Autocode" note="Nothing is coded before you have seen it">
        <IconButton icon="close" label="Back to the transcript" onPress={() => history.back()} />
      </PaneHead>
      <LookForm
        look={look}
        onChange={setLook}
        transcript={transcript}
        sources={sources.data ?? []}
        onFind={() => {
          setLeft(new Set());
          setAsked(query);
        }}
        ready={query !== null}
      />
      {found.error && <Note block>{found.error.message}</Note>}
      {found.data && (
        <div className={css.sum} role="status">
          <span>
            {found.data.total === 0
              ? 'Nothing found. Try other words, or fewer limits.'
              : `${counted(ticked.length, 'stretch', 'stretches')} of ${found.data.total} ticked${found.data.cut ? '; only the first are shown' : ''}`}
          </span>
          {hits.length > 0 && (
            <>
              <Button look="quiet" onPress={() => setLeft(left.size === 0 ? new Set(hits.map(keyOf)) : new Set())}>
                {left.size === 0 ? 'Tick none' : 'Tick all'}
              </Button>
              <Button look="primary" disabled={ticked.length === 0} onPress={() => setChoosing(true)}>
                Code {counted(ticked.length, 'stretch', 'stretches')}
              </Button>
            </>
          )}
        </div>
      )}
      {found.isFetching && <p className={css.quiet}>Looking …</p>}
      {hits.length > 0 && <HitList hits={hits} left={left} onLeave={setLeft} />}
      {choosing && (
        <CodeAll
          spans={ticked}
          codes={codes}
          proposed={proposed}
          what={counted(ticked.length, 'stretch', 'stretches')}
          onDone={() => {
            setAsked(null);
            setLook({ ...look, text: '' });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

const noHits: readonly [] = [];
