import { createContext, memo, useContext, useState } from 'react';
import { Button as AriaButton, Checkbox } from 'react-aria-components';
import type { Code } from '../../../shared/model/entities.ts';
import type { CodeId } from '../../../shared/model/ids.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { CodeSign, Kbd } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import css from './Codebook.module.css';

/** What the rows of the tree show besides names and places. */
export type Facts = {
  readonly codes: ReadonlyMap<string, Code>;
  readonly chosen: CodeId | null;
  readonly several: boolean;
  readonly menuOf: (code: Code) => readonly MenuEntry[];
};
export const FactsContext = createContext<Facts | null>(null);

type Place = {
  readonly id: CodeId;
  /** Whether codes stand under it, and whether they show. */
  readonly parent: boolean;
  readonly open: boolean;
  /** Whether it is pointed at or focused: its menu is there then. */
  readonly active: boolean;
};

/** What a row of the codebook shows. */
export function CodeFace(place: Place) {
  const facts = useContext(FactsContext);
  const code = facts?.codes.get(place.id);
  if (!facts || !code) return null;
  return (
    <Face {...place} code={code} several={facts.several} chosen={facts.chosen === code.id} menuOf={facts.menuOf} />
  );
}

type FaceProps = Place & {
  readonly code: Code;
  readonly several: boolean;
  readonly chosen: boolean;
  readonly menuOf: Facts['menuOf'];
};

/** Drawn anew only if what it shows has changed: codes that are read again are other objects with mostly the same facts. */
const Face = memo(
  function Face({ code, parent, open, active, several, chosen, menuOf }: FaceProps) {
    const [menu, setMenu] = useState(false);
    const looks = [css.content, chosen ? css.chosen : '', code.retired ? css.retired : ''];
    return (
      <div className={looks.filter(Boolean).join(' ')}>
        {parent ? (
          <AriaButton slot="chevron" className={css.chevron ?? ''}>
            <Icon name={open ? 'down' : 'right'} size={14} />
          </AriaButton>
        ) : (
          <span className={css.chevron} />
        )}
        {several && <Checkbox slot="selection" className={css.tickbox ?? ''} />}
        <CodeSign sigil={code.sigil} hue={code.hue} />
        <span className={css.name} title={code.definition === '' ? code.name : `${code.name}: ${code.definition}`}>
          {code.name}
        </span>
        {code.favourite !== null && <Kbd>{code.favourite}</Kbd>}
        <span className={css.figure} title={standing(code)}>
          {code.retired ? 'retired' : code.extracts}
        </span>
        {(active || menu) && (
          <Menu label={`Acts on ${code.name}`} entries={menuOf(code)} onOpenChange={setMenu}>
            <IconButton icon="more" label={`Acts on ${code.name}`} />
          </Menu>
        )}
        <AriaButton slot="drag" className={css.grip ?? ''}>
          <Icon name="drag" size={14} />
        </AriaButton>
      </div>
    );
  },
  (before, after) =>
    before.parent === after.parent &&
    before.open === after.open &&
    before.several === after.several &&
    before.chosen === after.chosen &&
    before.active === after.active &&
    (!after.active || before.menuOf === after.menuOf) &&
    sameFace(before.code, after.code),
);

const sameFace = (a: Code, b: Code): boolean =>
  a.name === b.name &&
  a.definition === b.definition &&
  a.sigil === b.sigil &&
  a.hue === b.hue &&
  a.favourite === b.favourite &&
  a.retired === b.retired &&
  a.extracts === b.extracts &&
  a.sources === b.sources &&
  a.participants === b.participants;

const standing = ({ extracts, sources, participants }: Code) =>
  `${counted(extracts, 'extract')} in ${counted(sources, 'source')} by ${counted(participants, 'participant')}`;
