import { memo, useMemo, useRef } from 'react';
import {
  Collection,
  DropIndicator,
  type Key,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from 'react-aria-components';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { carried, codeDrag } from '../../ui/dragTypes.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { selectionDrag } from '../coding/TranscriptPage.tsx';
import css from './Codebook.module.css';
import { CodeFace, type Facts, FactsContext } from './CodeFace.tsx';
import { useFolded } from './folded.ts';
import { type CodeNode, placeOf } from './tree.ts';

type Props = {
  /** All codes, in the order of the tree. */
  readonly codes: readonly Code[];
  /** What is shown; the same object as long as no name or place changes. */
  readonly nodes: readonly CodeNode[];
  readonly chosen: CodeId | null;
  /** Whether several can be picked; a press then picks instead of choosing. */
  readonly several: boolean;
  readonly picked: ReadonlySet<Key>;
  readonly onPick: (keys: ReadonlySet<Key>) => void;
  readonly onChoose: (code: Code) => void;
  readonly menuOf: (code: Code) => readonly MenuEntry[];
  readonly onMove: (codes: readonly CodeId[], place: ReturnType<typeof placeOf>) => void;
  /** Words selected in the transcript were let fall on a code. */
  readonly onDropWords: (code: Code) => void;
};

/**
 * The codes as a tree. Drag codes to put them elsewhere or under one another; drop selected words on one to code them.
 * Counts change with every coding: they reach the rows beside the tree, which is built anew only when names or places change.
 */
export function CodeTree(props: Props) {
  const { codes, nodes, chosen, several, picked, menuOf } = props;
  const latest = useRef(props);
  latest.current = props;
  const facts = useMemo<Facts>(
    () => ({ codes: new Map(codes.map(code => [code.id, code])), chosen, several, menuOf }),
    [codes, chosen, several, menuOf],
  );
  return (
    <FactsContext value={facts}>
      <Rows nodes={nodes} several={several} picked={picked} latest={latest} />
    </FactsContext>
  );
}

type RowsProps = Pick<Props, 'nodes' | 'several' | 'picked'> & { readonly latest: { readonly current: Props } };

const Rows = memo(function Rows({ nodes, several, picked, latest }: RowsProps) {
  const [folded, setFolded] = useFolded();
  const parents = useMemo(() => parentsIn(nodes), [nodes]);
  const byId = (key: Key) => latest.current.codes.find(code => code.id === key);
  const { dragAndDropHooks } = useDragAndDrop<CodeNode>({
    getItems: keys => carried(codeDrag, keys, latest.current.codes),
    acceptedDragTypes: [codeDrag, selectionDrag],
    getDropOperation: (target, types) => {
      if (types.has(selectionDrag)) return target.type === 'item' && target.dropPosition === 'on' ? 'copy' : 'cancel';
      return target.type === 'item' ? 'move' : 'cancel';
    },
    onMove: ({ keys, target }) => {
      const { codes, onMove } = latest.current;
      const at = byId(target.key);
      const moved = codes.filter(code => keys.has(code.id)).map(code => code.id);
      if (at) onMove(moved, placeOf(codes, at.id, target.dropPosition));
    },
    onItemDrop: ({ items, target, isInternal }) => {
      const at = byId(target.key);
      if (at && !isInternal && items.some(item => item.kind === 'text' && item.types.has(selectionDrag)))
        latest.current.onDropWords(at);
    },
    renderDropIndicator: target => <DropIndicator target={target} className={css.mark ?? ''} />,
  });
  return (
    <Tree
      aria-label="Codes"
      className={css.tree ?? ''}
      items={nodes}
      selectionMode={several ? 'multiple' : 'none'}
      selectedKeys={picked}
      onSelectionChange={keys =>
        latest.current.onPick(keys === 'all' ? new Set(latest.current.codes.map(code => code.id)) : keys)
      }
      expandedKeys={parents.filter(id => !folded.has(id))}
      onExpandedChange={keys => setFolded(new Set(parents.filter(id => !keys.has(id))))}
      onAction={key => {
        const code = byId(key);
        if (code) latest.current.onChoose(code);
      }}
      dragAndDropHooks={dragAndDropHooks}
    >
      {row}
    </Tree>
  );
});

const row = (node: CodeNode) => (
  <TreeItem id={node.id} textValue={node.name} className={css.row ?? ''} data-code={node.id}>
    <TreeItemContent>
      {({ hasChildItems, isExpanded, isHovered, isFocusVisible, isFocusVisibleWithin }) => (
        <CodeFace
          id={node.id}
          parent={hasChildItems}
          open={isExpanded}
          active={isHovered || isFocusVisible || isFocusVisibleWithin}
        />
      )}
    </TreeItemContent>
    <Collection items={node.children}>{row}</Collection>
  </TreeItem>
);

const parentsIn = (nodes: readonly CodeNode[]): readonly CodeId[] =>
  nodes.flatMap(node => (node.children.length === 0 ? [] : [node.id, ...parentsIn(node.children)]));
