import type { Theme } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import type { OutcomeId } from '../../../shared/model/ids.ts';
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
      return <NewThemeDialog asking={asking} onClose={onClose} />;
    case 'theme of codes':
      return <ThemeOfCodes asking={asking} onClose={onClose} />;
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
    case 'edit relation':
      return <EditRelation asking={asking} onClose={onClose} />;
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
  const all = [theme, ...themes.filter(one => asking.also.includes(one.id))];
  switch (asking.kind) {
    case 'codes of theme':
      return <CodesOfTheme theme={theme} onClose={onClose} />;
    case 'outcomes of theme':
      return <OutcomesOfThemes themes={all} onClose={onClose} />;
    case 'status of theme':
      return <StatusOfThemes themes={all} onClose={onClose} />;
    case 'parent of theme':
      return <ParentOfThemes moved={all} onClose={onClose} />;
    case 'merge':
      return <MergeThemes from={all} onClose={onClose} />;
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

function EditRelation({ asking, onClose }: About<{ readonly asking: AskingOf<'edit relation'> }>) {
  const { themes } = useDesk();
  const theme = themes.find(one => one.id === asking.theme);
  return theme ? <RelateTheme theme={theme} relation={asking.relation} onClose={onClose} /> : null;
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

function ThemeOfCodes({ asking, onClose }: About<{ readonly asking: AskingOf<'theme of codes'> }>) {
  const { themes } = useDesk();
  const { acts, ask } = useDoing();
  const { codes } = asking;
  const from = themes.find(one => one.id === asking.from);
  return (
    <Chooser
      title={from ? `Move ${namedOr(codes, 'codes')} to` : `Put ${namedOr(codes, 'codes')} in a theme`}
      field="Find a theme"
      none="No theme has these letters. Clear the field to make a new one."
      choices={[
        { id: makeNew, name: 'New theme …' },
        ...themes
          .filter(theme => theme !== from)
          .map(theme => ({ id: theme.id, name: theme.name, note: statusNames[theme.status] })),
      ]}
      onPick={id => {
        if (id === makeNew) return ask(newThemeOf(codes, 'candidate', asking.from));
        const theme = themes.find(one => one.id === id);
        if (theme) (from ? acts.moveCodes(from, theme, codes) : acts.addCodes(theme, codes)).catch(toastError);
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
        (theme.codes.includes(code.id) ? acts.removeCodes(theme, [code]) : acts.addCodes(theme, [code])).catch(
          toastError,
        );
      }}
      onClose={onClose}
    />
  );
}

function OutcomesOfThemes({ themes, onClose }: About<{ readonly themes: readonly Theme[] }>) {
  const { outcomes } = useDesk();
  const { acts } = useDoing();
  const answeredByAll = (outcome: OutcomeId) =>
    themes.every(theme => theme.links.some(link => link.outcome === outcome));
  return (
    <Chooser
      title={`Outcomes of ${namedOr(themes, 'themes')}`}
      field="Find an outcome by name or number"
      none="No outcome has these letters."
      chosen={new Set(outcomes.map(outcome => outcome.id).filter(answeredByAll))}
      choices={outcomes.map(({ id, number, title }) => ({
        id,
        name: title,
        find: `${number} ${title}`,
        sign: <OutcomeTab number={number} />,
      }))}
      onPick={id => {
        const outcome = outcomes.find(one => one.id === id);
        if (!outcome) return;
        const act = answeredByAll(outcome.id) ? acts.removeOutcome : acts.addOutcome;
        act(themes, outcome).catch(toastError);
      }}
      onClose={onClose}
    />
  );
}

const onItsOwn = 'own';

function ParentOfThemes({ moved, onClose }: About<{ readonly moved: readonly Theme[] }>) {
  const { themes } = useDesk();
  const put = useStep();
  const [only] = moved;
  const parent = moved.every(theme => theme.parent === only?.parent) ? only?.parent : undefined;
  const possible = themes.filter(one => moved.every(theme => parentsFor(themes, theme.id).includes(one)));
  return (
    <Chooser
      title={`${namedOr(moved, 'themes')} ${moved.length === 1 ? 'is' : 'are'} part of`}
      field="Find a theme"
      none="No theme has these letters."
      choices={[
        { id: onItsOwn, name: 'No other theme', note: parent === null ? 'as it is' : 'on its own' },
        ...possible.map(one => ({
          id: one.id,
          name: one.name,
          note: one.id === parent ? 'as it is' : statusNames[one.status],
        })),
      ]}
      onPick={id => {
        onClose();
        const chosen = themes.find(one => one.id === id)?.id ?? null;
        if (chosen !== null || id === onItsOwn) put(moved, { parent: chosen });
      }}
      onClose={onClose}
    />
  );
}

function StatusOfThemes({ themes, onClose }: About<{ readonly themes: readonly Theme[] }>) {
  const put = useStep();
  return (
    <Chooser
      title={`Status of ${namedOr(themes, 'themes')}`}
      field="Find a status"
      none="No status has these letters."
      choices={themeStatuses.map(id => ({ id, name: statusNames[id], note: statusHints[id] }))}
      onPick={id => {
        const status = themeStatuses.find(one => one === id);
        onClose();
        if (status) put(themes, { status, follow: themes[0]?.parked === false });
      }}
      onClose={onClose}
    />
  );
}
