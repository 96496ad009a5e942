import { useMemo, useState } from 'react';
import type { Key } from 'react-aria-components';
import { isOpen } from '../../../shared/analysis/filter.ts';
import type { ExtractGrouping, ExtractRow } from '../../../shared/api/outputs/coding.ts';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId, CodingId } from '../../../shared/model/ids.ts';
import { useFilter } from '../../app/filters.ts';
import { go } from '../../app/route.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { Segmented } from '../../ui/Select.tsx';
import { CodeSign, EmptyState, Kbd, Note, PaneHead } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted, figure } from '../../ui/words.ts';
import { ExtractList } from './ExtractList.tsx';
import css from './Extracts.module.css';
import { useExtractPages, withHeadings } from './useExtractPages.ts';

const groupings: readonly { readonly id: ExtractGrouping; readonly name: string }[] = [
  { id: 'source', name: 'Source' },
  { id: 'speaker', name: 'Speaker' },
  { id: 'group', name: 'Group' },
  { id: 'phase', name: 'Phase' },
  { id: 'none', name: 'None' },
];
const mostTargets = 9;

/** All extracts of a code in their context. Codes put beside it as targets get a number key each, so that a code can be gone through and split extract by extract. */
export function ExtractsPage({ code, codes }: { readonly code: Code; readonly codes: readonly Code[] }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  const filter = useFilter();
  const [group, setGroup] = useState<ExtractGrouping>('source');
  const [picked, setPicked] = useState<ReadonlySet<Key>>(new Set());
  const [targets, setTargets] = useState<readonly CodeId[]>([]);
  const [choosing, setChoosing] = useState<'target' | readonly ExtractRow[] | null>(null);
  const { total, groups, rows, loading, error, more } = useExtractPages(code.id, group);
  const items = useMemo(() => withHeadings(rows, group === 'none' ? [] : groups), [rows, groups, group]);
  const byId = useMemo(() => new Map<string, Code>(codes.map(one => [one.id, one])), [codes]);
  const marked = rows.filter(row => picked.has(row.key));

  const codingsOf = (these: readonly ExtractRow[]): CodingId[] =>
    these.flatMap(row => row.codings.filter(one => one.code === code.id).map(one => one.id));
  const act = async (these: readonly ExtractRow[], to: CodeId | null) => {
    const codings = codingsOf(these);
    if (codings.length === 0) return;
    try {
      if (to === null) await client.call('coding.remove', { study, codings });
      else await client.call('coding.recode', { study, codings, code: to });
      setPicked(new Set());
      const what = counted(these.length, 'extract');
      await offerUndo(to === null ? `Took “${code.name}” off ${what}.` : `${what} to “${byId.get(to)?.name}”.`);
    } catch (thrown) {
      toastError(thrown);
    }
  };
  const open = (row: ExtractRow) => go('code', row.source, row);
  return (
    <>
      <PaneHead
        level={1}
        title={code.name}
        note={
          isOpen(filter)
            ? `${counted(total, 'extract')}, ${counted(code.sources, 'source')}, ${counted(code.participants, 'participant')}`
            : `${figure(total)} of ${counted(code.extracts, 'extract')} within the filter`
        }
        start={<CodeSign sigil={code.sigil} hue={code.hue} />}
      >
        <IconButton icon="close" label="Back to the transcript" onPress={() => history.back()} />
      </PaneHead>
      <div className={css.tools}>
        <span>By</span>
        <Segmented label="Group extracts by" value={group} choices={groupings} onChange={setGroup} />
        <span className={css.space} />
        {marked.length > 0 ? (
          <>
            <span>{counted(marked.length, 'extract')} picked</span>
            <Button onPress={() => setChoosing(marked)}>Put another code</Button>
            <Button look="danger" onPress={() => void act(marked, null)}>
              Take the code off
            </Button>
          </>
        ) : (
          <Button
            look="quiet"
            icon="plus"
            disabled={targets.length >= mostTargets}
            onPress={() => setChoosing('target')}
          >
            Split into …
          </Button>
        )}
      </div>
      {targets.length > 0 && (
        <div className={css.targets} role="toolbar" aria-label="Codes to split into">
          <span>A number puts the extract under that code and goes on:</span>
          {targets.map((id, index) => {
            const target = byId.get(id);
            return (
              target && (
                <span key={id} className={css.target}>
                  <Kbd>{index + 1}</Kbd>
                  <CodeSign sigil={target.sigil} hue={target.hue} />
                  {target.name}
                  <IconButton
                    icon="close"
                    label={`Leave ${target.name} out`}
                    onPress={() => setTargets(targets.filter(one => one !== id))}
                  />
                </span>
              )
            );
          })}
        </div>
      )}
      {error && <Note block>{error.message}</Note>}
      {code.definition !== '' && <p className={css.definition}>{code.definition}</p>}
      {total === 0 && !loading && !error ? (
        <EmptyState title={code.extracts > 0 ? 'None within the filter' : 'No words are coded with it yet'}>
          {code.extracts > 0
            ? `${counted(code.extracts, 'extract')} of “${code.name}” ${code.extracts === 1 ? 'is' : 'are'} outside the filter. Clear it in the status line to see ${code.extracts === 1 ? 'it' : 'them'}.`
            : `Select words in a transcript, press C and choose “${code.name}”. They stand here then.`}
        </EmptyState>
      ) : (
        <ExtractList
          items={items}
          code={code.id}
          codes={byId}
          loading={loading}
          picked={picked}
          onPick={setPicked}
          onMore={more}
          onOpen={open}
          onKey={(row, event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return false;
            const these = picked.has(row.key) ? marked : [row];
            const target = /^[1-9]$/.test(event.key) ? targets[Number(event.key) - 1] : undefined;
            if (target) void act(these, target);
            else if (event.key.toLowerCase() === 'e') setChoosing(these);
            else if (event.key.toLowerCase() === 'x' || event.key === 'Delete') void act(these, null);
            else return false;
            return true;
          }}
        />
      )}
      {choosing && (
        <Chooser
          title={choosing === 'target' ? 'Split into which code' : 'Which code instead'}
          field="Find a code"
          none="No code has these letters."
          choices={codes
            .filter(one => one.id !== code.id && !one.retired && !(choosing === 'target' && targets.includes(one.id)))
            .map(one => ({ id: one.id, name: one.name, sign: <CodeSign sigil={one.sigil} hue={one.hue} /> }))}
          onPick={id => {
            const chosen = byId.get(id);
            if (chosen && choosing === 'target') setTargets([...targets, chosen.id]);
            else if (chosen && choosing !== 'target') void act(choosing, chosen.id);
            setChoosing(null);
          }}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  );
}
