import { useState } from 'react';
import type { Code, Theme } from '../../../shared/model/entities.ts';
import { Button } from '../../ui/Button.tsx';
import { Chooser } from '../../ui/Chooser.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { CodeSign } from '../../ui/signs.tsx';
import { counted, listed } from '../../ui/words.ts';
import { namedOr, statusNames } from './board.ts';
import { useDesk, useDoing } from './desk.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import css from './Reshaping.module.css';

type About = { readonly theme: Theme; readonly onClose: () => void };

/** Merges themes into another, which takes over their codes, outcomes, marks and sub-themes: asks into which, then why. The first of several may be that one. */
export function MergeThemes({ from, onClose }: { readonly from: readonly Theme[]; readonly onClose: () => void }) {
  const { themes, open } = useDesk();
  const { acts, onOpen } = useDoing();
  const [into, setInto] = useState<string | null>(null);
  const target = themes.find(one => one.id === into);
  if (!target) {
    return (
      <Chooser
        title={`Merge ${namedOr(from, 'themes')} into`}
        field="Find a theme"
        none="No theme has these letters."
        choices={themes
          .filter(one => from.length > 1 || one.id !== from[0]?.id)
          .map(({ id, name, status }) => ({ id, name, note: statusNames[status] }))}
        onPick={setInto}
        onClose={onClose}
      />
    );
  }
  const gone = from.filter(one => one.id !== target.id);
  const codes = new Set(gone.flatMap(one => one.codes)).size;
  return (
    <ReasonDialog
      title={`Merge into “${target.name}”`}
      confirm="Merge the themes"
      onConfirm={async reason => {
        await acts.merge(gone, target, reason);
        if (gone.some(one => one.id === open)) onOpen(target.id);
      }}
      onClose={onClose}
    >
      <p className={css.words}>
        “{target.name}” takes over the {counted(codes, 'code')}, the outcomes, marks and sub-themes of{' '}
        {listed(gone.map(one => `“${one.name}”`))}, which {gone.length === 1 ? 'is' : 'are'} kept among the discarded
        themes.
      </p>
    </ReasonDialog>
  );
}

const stays = 'stays';

/** Makes new themes of some of a theme's codes. */
export function SplitTheme({ theme, onClose }: About) {
  const { codes } = useDesk();
  const { acts } = useDoing();
  const [names, setNames] = useState<readonly string[]>(['']);
  const [to, setTo] = useState<ReadonlyMap<string, number>>(new Map());
  const own = theme.codes.flatMap(id => codes.filter(code => code.id === id));
  const parts = names.map((name, index) => ({
    name: name.trim(),
    codes: own.filter(code => to.get(code.id) === index).map(code => code.id),
  }));
  const ready = parts.every(part => part.name !== '' && part.codes.length > 0);
  const staying = own.filter(code => !to.has(code.id));
  const label = (index: number) => names[index]?.trim() || `New theme ${index + 1}`;
  const put = (code: Code, choice: string) => {
    const next = new Map(to);
    if (choice === stays) next.delete(code.id);
    else next.set(code.id, Number(choice));
    setTo(next);
  };
  return (
    <ReasonDialog
      title={`Split “${theme.name}”`}
      confirm={names.length === 1 ? 'Make the theme' : `Make ${names.length} themes`}
      ready={ready}
      autoFocus={false}
      onConfirm={reason => acts.split(theme, parts, reason)}
      onClose={onClose}
    >
      {names.map((name, index) => (
        <TextField
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is named by its place alone
          key={index}
          label={names.length === 1 ? 'Name of the new theme' : `Name of new theme ${index + 1}`}
          value={name}
          onChange={next => setNames(names.map((one, at) => (at === index ? next : one)))}
          autoFocus={index === names.length - 1}
        />
      ))}
      {names.length < Math.min(own.length, 9) && (
        <Button look="quiet" icon="plus" className={css.more} onPress={() => setNames([...names, ''])}>
          Another new theme
        </Button>
      )}
      <ul className={css.codes} aria-label="Where each code goes">
        {own.map(code => (
          <li key={code.id}>
            <CodeSign sigil={code.sigil} hue={code.hue} />
            <span>{code.name}</span>
            <Select
              label={`Where ${code.name} goes`}
              hideLabel
              look="cell"
              value={to.has(code.id) ? String(to.get(code.id)) : stays}
              choices={[
                { id: stays, name: 'Stays' },
                ...names.map((_, index) => ({ id: String(index), name: label(index) })),
              ]}
              onChange={choice => put(code, choice)}
            />
          </li>
        ))}
      </ul>
      <p className={css.words} role="status">
        {staying.length === 0
          ? `No code stays, so “${theme.name}” is discarded.`
          : `${counted(staying.length, 'code')} ${staying.length === 1 ? 'stays' : 'stay'} in “${theme.name}”.`}
      </p>
    </ReasonDialog>
  );
}

/** Takes a theme out of use; it is kept, with the reason. */
export function DiscardTheme({ theme, onClose }: About) {
  const { themes } = useDesk();
  const { acts } = useDoing();
  const under = themes.filter(one => one.parent === theme.id);
  return (
    <ReasonDialog
      title={`Discard “${theme.name}”`}
      confirm="Discard the theme"
      onConfirm={reason => acts.discard(theme, reason)}
      onClose={onClose}
    >
      <p className={css.words}>
        It leaves the board, the map and the report, and is kept with all that was said about it under the codes.
        {under.length > 0 &&
          ` ${listed(under.map(one => `“${one.name}”`))} ${under.length === 1 ? 'takes' : 'take'} its place.`}
      </p>
    </ReasonDialog>
  );
}

/** Asks why a step is taken although something that it asks for is missing. */
export function ReasonForStep({
  themes,
  missing,
  status,
  onConfirm,
  onClose,
}: {
  readonly themes: readonly Theme[];
  readonly missing: readonly string[];
  readonly status: Theme['status'];
  readonly onConfirm: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const [only] = themes;
  return (
    <ReasonDialog
      title={`${statusNames[status]}, although something is missing`}
      confirm={`Mark as ${status}`}
      hint="Kept with the theme: the study’s readers will see why."
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <div className={css.words}>
        <p>{themes.length === 1 && only ? `“${only.name}” still lacks:` : 'These themes still lack:'}</p>
        <ul className={css.missing}>
          {missing.map(one => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
    </ReasonDialog>
  );
}
