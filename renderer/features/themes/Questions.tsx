import type { Code, Outcome, Theme } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import { themeStatuses } from '../../../shared/model/kinds.ts';
import { Chooser } from '../../ui/Chooser.tsx';
import { CodeSign, OutcomeTab } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { type Asking, newThemeOf } from './asking.ts';
import { useHoldFocus } from './awaited.ts';
import { namedOr, statusHints, statusNames } from './board.ts';
import { useDesk, useDoing } from './desk.tsx';
import { NewThemeDialog } from './NewThemeDialog.tsx';

/** The dialog of a question. Where its theme or outcome has gone in the meantime, there is none. */
export function Question({ asking, onClose }: { readonly asking: Asking; readonly onClose: () => void }) {
  const { themes, outcomes } = useDesk();
  useHoldFocus();
  switch (asking.kind) {
    case 'new theme':
      return <NewThemeDialog codes={asking.codes} status={asking.status} onClose={onClose} />;
    case 'theme of codes':
      return <ThemeOfCodes codes={asking.codes} onClose={onClose} />;
    case 'themes of outcome': {
      const outcome = outcomes.find(one => one.id === asking.outcome);
      return outcome ? <ThemesOfOutcome outcome={outcome} onClose={onClose} /> : null;
    }
    case 'codes of theme':
    case 'outcomes of theme':
    case 'status of theme': {
      const theme = themes.find(one => one.id === asking.theme);
      if (!theme) return null;
      if (asking.kind === 'codes of theme') return <CodesOfTheme theme={theme} onClose={onClose} />;
      if (asking.kind === 'outcomes of theme') return <OutcomesOfTheme theme={theme} onClose={onClose} />;
      return <StatusOfTheme theme={theme} onClose={onClose} />;
    }
    default:
      return assertNever(asking);
  }
}

type About<T> = T & { readonly onClose: () => void };

const makeNew = 'new';

function ThemeOfCodes({ codes, onClose }: About<{ readonly codes: readonly Code[] }>) {
  const { themes } = useDesk();
  const { acts, ask } = useDoing();
  return (
    <Chooser
      title={`Put ${namedOr(codes, 'codes')} in a theme`}
      field="Find a theme"
      none="No theme has these letters. Clear the field to make a new one."
      choices={[
        { id: makeNew, name: 'New theme …' },
        ...themes.map(theme => ({ id: theme.id, name: theme.name, note: statusNames[theme.status] })),
      ]}
      onPick={id => {
        if (id === makeNew) return ask(newThemeOf(codes));
        const theme = themes.find(one => one.id === id);
        if (theme) acts.addCodes(theme, codes).catch(toastError);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function CodesOfTheme({ theme, onClose }: About<{ readonly theme: Theme }>) {
  const { codes } = useDesk();
  const { acts } = useDoing();
  return (
    <Chooser
      title={`Codes of “${theme.name}”`}
      field="Find a code"
      none="No code has these letters."
      chosen={new Set(theme.codes)}
      choices={codes.map(({ id, name, sigil, hue, extracts }) => ({
        id,
        name,
        sign: <CodeSign sigil={sigil} hue={hue} />,
        note: String(extracts),
      }))}
      onPick={id => {
        const code = codes.find(one => one.id === id);
        if (!code) return;
        (theme.codes.includes(code.id) ? acts.removeCode(theme, code) : acts.addCodes(theme, [code])).catch(toastError);
      }}
      onClose={onClose}
    />
  );
}

function OutcomesOfTheme({ theme, onClose }: About<{ readonly theme: Theme }>) {
  const { outcomes } = useDesk();
  const { acts } = useDoing();
  return (
    <Chooser
      title={`Outcomes of “${theme.name}”`}
      field="Find an outcome by name or number"
      none="No outcome has these letters."
      chosen={new Set(theme.outcomes)}
      choices={outcomes.map(({ id, number, title }) => ({
        id,
        name: title,
        find: `${number} ${title}`,
        sign: <OutcomeTab number={number} />,
      }))}
      onPick={id => {
        const outcome = outcomes.find(one => one.id === id);
        if (!outcome) return;
        const under = theme.outcomes.includes(outcome.id);
        (under ? acts.removeOutcome(theme, outcome) : acts.addOutcome([theme], outcome)).catch(toastError);
      }}
      onClose={onClose}
    />
  );
}

function ThemesOfOutcome({ outcome, onClose }: About<{ readonly outcome: Outcome }>) {
  const { themes } = useDesk();
  const { acts } = useDoing();
  const under = themes.filter(theme => theme.outcomes.includes(outcome.id));
  return (
    <Chooser
      title={`Themes under outcome ${outcome.number}`}
      field="Find a theme"
      none="No theme has these letters."
      chosen={new Set(under.map(theme => theme.id))}
      choices={themes.map(({ id, name, evidence }) => ({ id, name, note: counted(evidence.extracts, 'extract') }))}
      onPick={id => {
        const theme = themes.find(one => one.id === id);
        if (!theme) return;
        (under.includes(theme) ? acts.removeOutcome(theme, outcome) : acts.addOutcome([theme], outcome)).catch(
          toastError,
        );
      }}
      onClose={onClose}
    />
  );
}

function StatusOfTheme({ theme, onClose }: About<{ readonly theme: Theme }>) {
  const { acts } = useDoing();
  return (
    <Chooser
      title={`Status of “${theme.name}”`}
      field="Find a status"
      none="No status has these letters."
      choices={themeStatuses.map(id => ({ id, name: statusNames[id], note: statusHints[id] }))}
      onPick={id => {
        const status = themeStatuses.find(one => one === id);
        if (status) acts.setStatus(theme, status, true).catch(toastError);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
