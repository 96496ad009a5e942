import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Key } from 'react-aria-components';
import type { CodebookFormat } from '../../../shared/api/inputs.ts';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { useCommands } from '../../app/commands.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { PaneHead } from '../../ui/signs.tsx';
import { useSame } from '../../ui/useSame.ts';
import { counted } from '../../ui/words.ts';
import { MemoDialog } from '../memos/MemoDialog.tsx';
import css from './Codebook.module.css';
import { CodeDialog } from './CodeDialog.tsx';
import { CodeTree } from './CodeTree.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { SimilarDialog } from './SimilarDialog.tsx';
import { codesLike, treeOf } from './tree.ts';
import { useCodebookActs } from './useCodebookActs.ts';

type Props = {
  readonly codes: readonly Code[];
  readonly chosen: CodeId | null;
  /** Whether words are selected: choosing a code then puts it on them. */
  readonly selecting: boolean;
  readonly onChoose: (code: Code) => void;
  readonly onExtracts: (code: Code) => void;
  readonly onDropWords: (code: Code) => void;
};

const formats: readonly { readonly id: CodebookFormat; readonly name: string }[] = [
  { id: 'docx', name: 'Save the codebook as Word' },
  { id: 'xlsx', name: 'Save the codebook as Excel' },
  { id: 'csv', name: 'Save the codebook as CSV' },
];

type Asking =
  | { readonly what: 'code'; readonly code: Code | null; readonly under: CodeId | null }
  | { readonly what: 'merge'; readonly from: readonly Code[] }
  | { readonly what: 'memo'; readonly code: Code }
  | { readonly what: 'similar' };

/** The codebook beside the transcript. With words selected, a code is put on them; otherwise its extracts are shown. */
export function CodebookPane({ codes, chosen, selecting, onChoose, onExtracts, onDropWords }: Props) {
  const acts = useCodebookActs();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [retired, setRetired] = useState(false);
  const [several, setSeveral] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<Key>>(new Set());
  const [asking, setAsking] = useState<Asking | null>(null);
  const shown = useMemo(() => (retired ? codes : codes.filter(code => !code.retired)), [codes, retired]);
  const typed = text.trim();
  const nodes = useSame(
    typed === '' ? treeOf(shown) : codesLike(shown, typed).map(({ id, name }) => ({ id, name, children: [] })),
  );
  const marked = codes.filter(code => picked.has(code.id));
  const current = codes.find(code => code.id === chosen);
  const make = (under: CodeId | null) => setAsking({ what: 'code', code: null, under });
  const edit = (code: Code) => setAsking({ what: 'code', code, under: null });
  useCommands([
    { id: 'codebook.new', name: 'Make a new code', group: 'Codebook', keys: ['N'], run: () => make(null) },
    ...(current
      ? [
          {
            id: 'codebook.edit',
            name: `Edit “${current.name}”`,
            group: 'Codebook',
            keys: ['F2'],
            run: () => edit(current),
          },
        ]
      : []),
    {
      id: 'codebook.similar',
      name: 'Find codes that may be one',
      group: 'Codebook',
      run: () => setAsking({ what: 'similar' }),
    },
    ...formats.map(({ id, name }) => ({
      id: id === 'csv' ? 'codebook.export' : `codebook.export.${id}`,
      name,
      group: 'Codebook',
      run: () => void acts.exportAs(id),
    })),
    { id: 'codebook.import', name: 'Read a codebook from CSV', group: 'Codebook', run: () => file.current?.click() },
  ]);
  const menuOf = (code: Code): readonly MenuEntry[] => [
    { id: 'extracts', name: 'All its extracts', onAction: () => onExtracts(code) },
    { id: 'edit', name: 'Edit', key: 'F2', onAction: () => edit(code) },
    { id: 'under', name: 'New code under it', onAction: () => make(code.id) },
    ...(code.parent === null
      ? []
      : [
          {
            id: 'top',
            name: 'Move to the top',
            onAction: () => void acts.move([code.id], { parent: null, before: null }),
          },
        ]),
    { id: 'memo', name: 'Memo on it', onAction: () => setAsking({ what: 'memo', code }) },
    { id: 'merge', name: 'Merge into another code', onAction: () => setAsking({ what: 'merge', from: [code] }) },
    'separator',
    {
      id: 'key',
      name: code.favourite === null ? `Give it the key ${freeKey(codes)}` : 'Take its key away',
      disabled: code.favourite === null && freeKey(codes) === null,
      onAction: () => void acts.favourite(code, code.favourite === null ? freeKey(codes) : null),
    },
    {
      id: 'retire',
      name: code.retired ? 'Bring back into use' : 'Retire',
      onAction: () => void acts.retire([code], !code.retired),
    },
    {
      id: 'remove',
      name: `Remove from ${counted(code.extracts, 'extract')}`,
      danger: true,
      onAction: () => void acts.remove(code),
    },
  ];
  const onKey = (event: KeyboardEvent) => {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-code]')?.dataset.code : null;
    const code = codes.find(one => one.id === id);
    if (!code) return;
    const digit = event.altKey && /^Digit[1-9]$/.test(event.code) ? Number(event.code.slice(5)) : null;
    if (event.key === 'F2') edit(code);
    else if (event.key === 'Delete') void acts.remove(code);
    else if (digit !== null) void acts.favourite(code, code.favourite === digit ? null : digit);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <PaneHead title="Codebook" note={codes.length}>
        <IconButton icon="plus" label="New code" shortcut="N" onPress={() => make(null)} />
        <Menu
          label="Codebook"
          entries={[
            { id: 'several', name: 'Pick several codes', checked: several, onAction: () => setSeveral(!several) },
            { id: 'retired', name: 'Show retired codes', checked: retired, onAction: () => setRetired(!retired) },
            { id: 'similar', name: 'Find codes that may be one', onAction: () => setAsking({ what: 'similar' }) },
            'separator',
            { id: 'import', name: 'Read codes from CSV', onAction: () => file.current?.click() },
            ...formats.map(({ id, name }) => ({ id, name, onAction: () => void acts.exportAs(id) })),
          ]}
        >
          <IconButton icon="more" label="More about the codebook" />
        </Menu>
      </PaneHead>
      <div className={css.search}>
        <SearchField label="Find a code" value={text} onChange={setText} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the tree inside */}
      <div className={css.list} onKeyDownCapture={onKey} onMouseDown={event => selecting && event.preventDefault()}>
        {codes.length === 0 ? (
          <p className={css.quiet}>Codes you make stand here. Select some words in the transcript and press C.</p>
        ) : nodes.length === 0 ? (
          <p className={css.quiet}>No code is like “{typed}”.</p>
        ) : (
          <CodeTree
            codes={codes}
            nodes={nodes}
            chosen={chosen}
            several={several}
            picked={picked}
            onPick={setPicked}
            onChoose={onChoose}
            menuOf={menuOf}
            onMove={(moved, place) => void acts.move(moved, place)}
            onDropWords={onDropWords}
          />
        )}
      </div>
      {several && (
        <div className={css.bar} role="toolbar" aria-label="Picked codes">
          <span>{marked.length === 0 ? 'Pick codes' : counted(marked.length, 'code')}</span>
          <Button disabled={marked.length < 2} onPress={() => setAsking({ what: 'merge', from: marked })}>
            Merge
          </Button>
          <Button disabled={marked.length === 0} onPress={() => void acts.retire(marked, true)}>
            Retire
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              setSeveral(false);
              setPicked(new Set());
            }}
          >
            Done
          </Button>
        </div>
      )}
      {selecting && <p className={css.hint}>Words are selected: choosing a code here puts it on them.</p>}
      <input
        ref={file}
        type="file"
        accept=".csv,text/csv"
        hidden
        onChange={event => {
          const chosenFile = event.target.files?.[0];
          event.target.value = '';
          void chosenFile
            ?.arrayBuffer()
            .then(bytes => acts.importTable({ name: chosenFile.name, bytes: new Uint8Array(bytes) }));
        }}
      />
      {asking?.what === 'code' && (
        <CodeDialog code={asking.code} under={asking.under} onClose={() => setAsking(null)} />
      )}
      {asking?.what === 'merge' && (
        <MergeDialog codes={codes} from={asking.from} acts={acts} onClose={() => setAsking(null)} />
      )}
      {asking?.what === 'memo' && (
        <MemoDialog
          about={{ kind: 'code', code: asking.code.id }}
          name={asking.code.name}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === 'similar' && (
        <SimilarDialog
          codes={codes}
          onMerge={from => setAsking({ what: 'merge', from })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

/** The first number key that no code has. */
function freeKey(codes: readonly Code[]): number | null {
  const taken = new Set(codes.map(code => code.favourite));
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].find(key => !taken.has(key)) ?? null;
}
