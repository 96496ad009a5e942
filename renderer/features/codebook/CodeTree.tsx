import { useState } from 'react';
import {
  Button as AriaButton,
  Checkbox,
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
import { IconButton } from '../../ui/Button.tsx';
import { carried, codeDrag } from '../../ui/dragTypes.ts';
import { Icon } from '../../ui/icons.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { CodeSign, Kbd } from '../../ui/signs.tsx';
import { selectionDrag } from '../coding/TranscriptPage.tsx';
import css from './Codebook.module.css';
import { useFolded } from './folded.ts';
import { type CodeNode, placeOf } from './tree.ts';

type Props = {
  /** All codes, in the order of the tree. */
  readonly codes: readonly Code[];
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

/** The codes as a tree. Drag codes to put them elsewhere or under one another; drop selected words on one to code them. */
export function CodeTree(props: Props) {
  const { codes, nodes, chosen, several, picked, onPick, onMove, onDropWords } = props;
  const [folded, setFolded] = useFolded();
  const parents = codes.filter(code => codes.some(other => other.parent === code.id)).map(code => code.id);
  const byId = (key: Key) => codes.find(code => code.id === key);
  const { dragAndDropHooks } = useDragAndDrop<CodeNode>({
    getItems: keys => carried(codeDrag, keys, codes),
    acceptedDragTypes: [codeDrag, selectionDrag],
    getDropOperation: (target, types) => {
      if (types.has(selectionDrag)) return target.type === 'item' && target.dropPosition === 'on' ? 'copy' : 'cancel';
      return target.type === 'item' ? 'move' : 'cancel';
    },
    onMove: ({ keys, target }) => {
      const moved = codes.filter(code => keys.has(code.id)).map(code => code.id);
      const at = byId(target.key);
      if (at) onMove(moved, placeOf(codes, at.id, target.dropPosition));
    },
    onItemDrop: ({ items, target, isInternal }) => {
      const at = byId(target.key);
      if (at && !isInternal && items.some(item => item.kind === 'text' && item.types.has(selectionDrag)))
        onDropWords(at);
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
      onSelectionChange={keys => onPick(keys === 'all' ? new Set(codes.map(code => code.id)) : keys)}
      expandedKeys={parents.filter(id => !folded.has(id))}
      onExpandedChange={keys => setFolded(new Set(parents.filter(id => !keys.has(id))))}
      onAction={key => {
        const code = byId(key);
        if (code) props.onChoose(code);
      }}
      dragAndDropHooks={dragAndDropHooks}
      dependencies={[chosen, several, codes]}
    >
      {node => <CodeRow node={node} {...props} />}
    </Tree>
  );
}

function CodeRow({ node, ...props }: Props & { readonly node: CodeNode }) {
  const { code } = node;
  const [menu, setMenu] = useState(false);
  return (
    <TreeItem
      id={code.id}
      textValue={code.name}
      className={`${css.row} ${code.id === props.chosen ? css.chosen : ''} ${code.retired ? css.retired : ''}`}
      data-code={code.id}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className={css.content}>
            {hasChildItems ? (
              <AriaButton slot="chevron" className={css.chevron ?? ''}>
                <Icon name={isExpanded ? 'down' : 'right'} size={14} />
              </AriaButton>
            ) : (
              <span className={css.chevron} />
            )}
            {props.several && <Checkbox slot="selection" className={css.tickbox ?? ''} />}
            <CodeSign sigil={code.sigil} hue={code.hue} />
            <span className={css.name} title={code.definition === '' ? code.name : `${code.name}: ${code.definition}`}>
              {code.name}
            </span>
            {code.favourite !== null && <Kbd>{code.favourite}</Kbd>}
            <span className={css.figure} title={standing(code)}>
              {code.retired ? 'retired' : code.extracts}
            </span>
            <span className={css.menu} data-open={menu || undefined}>
              <Menu label={`Acts on ${code.name}`} entries={props.menuOf(code)} onOpenChange={setMenu}>
                <IconButton icon="more" label={`Acts on ${code.name}`} />
              </Menu>
            </span>
            <AriaButton slot="drag" className={css.grip ?? ''}>
              <Icon name="drag" size={14} />
            </AriaButton>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{child => <CodeRow node={child} {...props} />}</Collection>
    </TreeItem>
  );
}

const standing = ({ extracts, sources, participants }: Code) =>
  `${extracts} extracts in ${sources} sources by ${participants} participants`;
