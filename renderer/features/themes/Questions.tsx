import type { Code, Theme } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import { themeStatuses } from '../../../shared/model/kinds.ts';
import { Chooser } from '../../ui/Chooser.tsx';
import { CodeSign, OutcomeTab } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { MemoDialog } from '../memos/MemoDialog.tsx';
import { type Asking, newThemeOf, type ThemeQuestion as ThemeQuestionKind } from './asking.ts';
import { useHoldFocus } from './awaited.ts';
import { namedOr, parentsFor, statusHints, statusNames } from './board.ts';
import { useDesk, useDoing } from './desk.tsx';
import { NewThemeDialog } from './NewThemeDialog.tsx';
import { OutcomeQuestion } from './OutcomeQuestions.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { RelateTheme } from './RelateTheme.tsx';
import { DiscardTheme, MergeThemes, ReasonForStep, SplitTheme } from './Reshaping.tsx';
import { useStep } from './useStep.ts';

/** The dialog of a question. Where its theme or outcome has gone in the meantime, there is none. */
export function Question({ asking, onClose }: { readonly asking: Asking; readonly onClose: () => void }) {
  useHoldFocus();
  switch (asking.kind) {
    case 'new theme':
      return <NewThemeDialog codes={asking.codes} status={asking.status} onClose={onClose} />;
    case 'theme of codes':
      return <ThemeOfCodes codes={asking.codes} onClose={onClose} />;
    case 'reason for step':
      return <StepQuestion asking={asking} onClose={onClose} />;
    case 'set aside':
      return <SetAside asking={asking} onClose={onClose} />;
    case 'themes of outcome':
    case 'remove outcome':
    case 'add framework':
    case 'edit framework':
    case 'remove framework':
    case 'outcome of quote':
      return <OutcomeQuestion asking={asking} onClose={onClose} />;
    case 'codes of theme':
    case 'outcomes of theme':
    case 'status of theme':
    case 'parent of theme':
    case 'merge':
    case 'split':
    case 'discard':
    case 'memo':
    case 'relation':
      return <ThemeQuestion asking={asking} onClose={onClose} />;
    default:
      return assertNever(asking);
  }
}

function ThemeQuestion({ asking, onClose }: About<{ readonly asking: AskingOf<ThemeQuestionKind> }>) {
  const { themes } = useDesk();
  const theme = themes.find(one => one.id === asking.theme);
  if (!theme) return null;
  switch (asking.kind) {
    case 'codes of theme':
      return <CodesOfTheme theme={theme} onClose={onClose} />;
    case 'outcomes of theme':
      return <OutcomesOfTheme theme={theme} onClose={onClose} />;
    case 'status of theme':
      return <StatusOfTheme theme={theme} onClose={onClose} />;
    case 'parent of theme':
      return <ParentOfTheme theme={theme} onClose={onClose} />;
    case 'merge':
      return <MergeThemes theme={theme} onClose={onClose} />;
    case 'split':
      return <SplitTheme theme={theme} onClose={onClose} />;
    case 'discard':
      return <DiscardTheme theme={theme} onClose={onClose} />;
    case 'memo':
      return <MemoDialog about={{ kind: 'theme', theme: theme.id }} name={theme.name} onClose={onClose} />;
    case 'relation':
      return <RelateTheme theme={theme} onClose={onClose} />;
    default:
      return assertNever(asking.kind);
  }
}

function StepQuestion({ asking, onClose }: About<{ readonly asking: AskingOf<'reason for step'> }>) {
  const { themes } = useDesk();
  const { acts } = useDoing();
  const moved = themes.filter(theme => asking.themes.includes(theme.id));
  const { status } = asking.to;
  if (moved.length === 0 || status === undefined) return null;
  return (
    <ReasonForStep
      themes={moved}
      missing={asking.missing}
      status={status}
      onConfirm={reason => acts.arrange(moved, { ...asking.to, reason })}
      onClose={onClose}
    />
  );
}

function SetAside({ asking, onClose }: About<{ readonly asking: AskingOf<'set aside'> }>) {
  const { acts } = useDoing();
  return (
    <ReasonDialog
      title="Set the advice aside"
      confirm="Set aside"
      onConfirm={reason => acts.setAside(asking.theme, asking.advice, reason)}
      onClose={onClose}
    >
      <p>{asking.message}</p>
    </ReasonDialog>
  );
}

type About<T> = T & { readonly onClose: () => void };
type AskingOf<Kind extends Asking['kind']> = Extract<Asking, { readonly kind: Kind }>;

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
      chosen={new Set(theme.links.map(link => link.outcome))}
      choices={outcomes.map(({ id, number, title }) => ({
        id,
        name: title,
        find: `${number} ${title}`,
        sign: <OutcomeTab number={number} />,
      }))}
      onPick={id => {
        const outcome = outcomes.find(one => one.id === id);
        if (!outcome) return;
        const under = theme.links.some(link => link.outcome === outcome.id);
        (under ? acts.removeOutcome(theme, outcome) : acts.addOutcome([theme], outcome)).catch(toastError);
      }}
      onClose={onClose}
    />
  );
}

const onItsOwn = 'own';

function ParentOfTheme({ theme, onClose }: About<{ readonly theme: Theme }>) {
  const { themes } = useDesk();
  const put = useStep();
  return (
    <Chooser
      title={`“${theme.name}” is part of`}
      field="Find a theme"
      none="No theme has these letters."
      choices={[
        { id: onItsOwn, name: 'No other theme', note: theme.parent === null ? 'as it is' : 'on its own' },
        ...parentsFor(themes, theme.id).map(one => ({
          id: one.id,
          name: one.name,
          note: one.id === theme.parent ? 'as it is' : statusNames[one.status],
        })),
      ]}
      onPick={id => {
        onClose();
        const parent = themes.find(one => one.id === id)?.id ?? null;
        if (parent !== null || id === onItsOwn) put([theme], { parent });
      }}
      onClose={onClose}
    />
  );
}

function StatusOfTheme({ theme, onClose }: About<{ readonly theme: Theme }>) {
  const put = useStep();
  return (
    <Chooser
      title={`Status of “${theme.name}”`}
      field="Find a status"
      none="No status has these letters."
      choices={themeStatuses.map(id => ({ id, name: statusNames[id], note: statusHints[id] }))}
      onPick={id => {
        const status = themeStatuses.find(one => one === id);
        onClose();
        if (status) put([theme], { status, follow: !theme.parked });
      }}
      onClose={onClose}
    />
  );
}
