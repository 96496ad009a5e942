import type { Framework, Outcome } from '../../../shared/model/entities.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import { Chooser } from '../../ui/Chooser.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { OutcomeTab } from '../../ui/signs.tsx';
import { toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { FrameworkDialog } from '../study/FrameworkDialog.tsx';
import { AddFramework } from './AddFramework.tsx';
import type { Asking } from './asking.ts';
import { useDesk, useDoing } from './desk.tsx';
import { RemoveOutcome } from './RemoveOutcome.tsx';

type About<T> = T & { readonly onClose: () => void };
type OutcomeAsking = Extract<
  Asking,
  {
    readonly kind:
      | 'themes of outcome'
      | 'remove outcome'
      | 'add framework'
      | 'edit framework'
      | 'remove framework'
      | 'outcome of quote';
  }
>;

/** The dialog of a question about an outcome or a framework; none where it has gone in the meantime. */
export function OutcomeQuestion({ asking, onClose }: About<{ readonly asking: OutcomeAsking }>) {
  const { frameworks } = useDesk();
  switch (asking.kind) {
    case 'themes of outcome':
    case 'remove outcome': {
      const outcome = frameworks.flatMap(one => one.outcomes).find(one => one.id === asking.outcome);
      if (!outcome) return null;
      if (asking.kind === 'remove outcome') return <RemoveOutcome outcome={outcome} onClose={onClose} />;
      return <ThemesOfOutcome outcome={outcome} onClose={onClose} />;
    }
    case 'add framework':
      return <AddFramework onClose={onClose} />;
    case 'edit framework':
    case 'remove framework': {
      const framework = frameworks.find(one => one.id === asking.framework);
      if (!framework) return null;
      if (asking.kind === 'edit framework') return <FrameworkDialog framework={framework} onClose={onClose} />;
      return <RemoveFramework framework={framework} onClose={onClose} />;
    }
    case 'outcome of quote':
      return <OutcomeOfQuote extract={asking.extract} text={asking.text} onClose={onClose} />;
    default:
      return assertNever(asking);
  }
}

function RemoveFramework({ framework, onClose }: About<{ readonly framework: Framework }>) {
  const { acts } = useDoing();
  const linked = new Set(framework.outcomes.flatMap(one => one.themes)).size;
  return (
    <ConfirmDialog
      title={`Remove “${framework.title}”`}
      confirm="Remove the framework"
      danger
      onConfirm={() => {
        onClose();
        acts.removeFramework(framework).catch(toastError);
      }}
      onClose={onClose}
    >
      <p>
        {linked === 0
          ? 'No theme is linked to it. You can undo it.'
          : `${counted(linked, 'theme')} will lose ${linked === 1 ? 'its' : 'their'} places in it; the themes stay. You can undo it.`}
      </p>
    </ConfirmDialog>
  );
}

function OutcomeOfQuote({ extract, text, onClose }: About<{ readonly extract: string; readonly text: string }>) {
  const { outcomes } = useDesk();
  const { acts } = useDoing();
  const short = text.length > 60 ? `${text.slice(0, 57).trimEnd()} …` : text;
  return (
    <Chooser
      title={`Put “${short}” straight under`}
      field="Find an outcome by name or number"
      none="No outcome has these letters."
      choices={outcomes.map(({ id, number, title }) => ({
        id,
        name: title,
        find: `${number} ${title}`,
        sign: <OutcomeTab number={number} />,
      }))}
      onPick={id => {
        onClose();
        const outcome = outcomes.find(one => one.id === id);
        if (outcome) acts.quote(outcome, extract, true).catch(toastError);
      }}
      onClose={onClose}
    />
  );
}

function ThemesOfOutcome({ outcome, onClose }: About<{ readonly outcome: Outcome }>) {
  const { themes } = useDesk();
  const { acts } = useDoing();
  const under = themes.filter(theme => theme.links.some(link => link.outcome === outcome.id));
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
        (under.includes(theme) ? acts.removeOutcome([theme], outcome) : acts.addOutcome([theme], outcome)).catch(
          toastError,
        );
      }}
      onClose={onClose}
    />
  );
}
