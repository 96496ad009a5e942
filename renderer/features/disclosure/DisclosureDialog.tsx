import type { CheckedFinding, DisclosureReport, FindingKind, FindingLevel } from '../../../shared/model/disclosure.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, figure } from '../../ui/words.ts';
import css from './Disclosure.module.css';
import { FindingItem } from './FindingItem.tsx';
import { kindTitles } from './kinds.ts';
import { type Looked, useDisclosure } from './useDisclosure.ts';

/**
 * What the disclosure check finds in what would be printed, blocking findings first. With `onExport` it stands before an export, which can go on only when nothing blocks;
 * without it, it is a check alone.
 */
export function DisclosureDialog({
  looked,
  onExport,
  onClose,
}: {
  readonly looked: Looked;
  readonly onExport?: () => void;
  readonly onClose: () => void;
}) {
  const check = useDisclosure(looked);
  const report = check.data;
  const blocked = !report || check.isPlaceholderData || report.counts.blocking > 0;
  const title = onExport ? 'Before this is exported' : 'What could identify somebody';
  return (
    <Dialog
      title={title}
      width={720}
      onClose={onClose}
      foot={
        <>
          {onExport && report && report.counts.blocking > 0 && (
            <span className={css.blocked}>Nothing is exported until what blocks is settled or accepted.</span>
          )}
          <Button large onPress={onClose} {...(!onExport && { look: 'primary' as const })}>
            {onExport ? 'Cancel' : 'Done'}
          </Button>
          {onExport && !blocked && (
            <Button large look="primary" onPress={onExport}>
              {report.counts.advice > 0 ? 'Export anyway' : 'Export'}
            </Button>
          )}
        </>
      }
    >
      <p role="status" className={css.summary}>
        {report ? summary(report) : check.error ? '' : 'Looking for what could identify somebody …'}
      </p>
      {check.error && <Note block>{check.error.message}</Note>}
      {report && <Findings report={report} onLeave={onClose} />}
    </Dialog>
  );
}

/** The findings in their groups, and what the check can't see. */
export function Findings({ report, onLeave }: { readonly report: DisclosureReport; readonly onLeave: () => void }) {
  const open = report.findings.filter(one => one.accepted === null);
  const accepted = report.findings.filter(one => one.accepted !== null);
  return (
    <>
      <Group
        level="blocking"
        title="Blocking"
        findings={open.filter(one => one.level === 'blocking')}
        {...{ onLeave }}
      />
      <Group level="advice" title="Advice" findings={open.filter(one => one.level === 'advice')} {...{ onLeave }} />
      {accepted.length > 0 && (
        <details className={css.more}>
          <summary>Accepted ({figure(accepted.length)})</summary>
          <ul className={css.findings}>
            {accepted.map(finding => (
              <FindingItem key={finding.key} {...{ finding, onLeave }} />
            ))}
          </ul>
        </details>
      )}
      <details className={css.more} open={report.findings.length === 0}>
        <summary>What this check can’t see</summary>
        <ul className={css.unseen}>
          {report.unseen.map(one => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Group({
  level,
  title,
  findings,
  onLeave,
}: {
  readonly level: FindingLevel;
  readonly title: string;
  readonly findings: readonly CheckedFinding[];
  readonly onLeave: () => void;
}) {
  if (findings.length === 0) return null;
  return (
    <section className={css.group} aria-label={title}>
      <h3 data-level={level}>
        <Icon name={level === 'blocking' ? 'stop' : 'info'} />
        {title}
        <span className={css.quiet}>{figure(findings.length)}</span>
      </h3>
      {[...Map.groupBy(findings, one => one.kind)].map(([kind, mine]) => (
        <OfKind key={kind} {...{ kind, onLeave }} findings={mine} />
      ))}
    </section>
  );
}

/** Findings of one kind; what to do is said once where it is the same for all of them. */
function OfKind({
  kind,
  findings,
  onLeave,
}: {
  readonly kind: FindingKind;
  readonly findings: readonly CheckedFinding[];
  readonly onLeave: () => void;
}) {
  const remedies = new Set(findings.map(one => one.remedy));
  const [shared] = remedies.size === 1 && findings.length > 1 ? remedies : [];
  return (
    <div className={css.kind}>
      <h4>{kindTitles[kind]}</h4>
      {shared !== undefined && <p className={css.remedy}>{shared}</p>}
      <ul className={css.findings}>
        {findings.map(finding => (
          <FindingItem key={finding.key} {...{ finding, onLeave }} remedy={shared === undefined} />
        ))}
      </ul>
    </div>
  );
}

function summary({ counts, checked }: DisclosureReport): string {
  const looked = `${counted(checked.quotes, 'quote')} from ${counted(checked.sources, 'source')}`;
  const { blocking, advice } = counts;
  const parts = [
    blocking > 0 ? `${counted(blocking, 'finding blocks', 'findings block')}` : 'nothing blocks',
    advice > 0 ? `${counted(advice, 'thing')} to think about` : 'no advice',
  ];
  return `Looked at ${looked}: ${parts.join(', ')}.`;
}
