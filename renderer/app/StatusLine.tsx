import { Button as AriaButton } from 'react-aria-components';
import { useStudy } from '../client/context.tsx';
import { useHistoryState, useStudyInfo } from '../client/queries.ts';
import { type Saving, useSaving } from '../client/saving.ts';
import { Icon } from '../ui/icons.tsx';
import { Menu } from '../ui/Menu.tsx';
import { counted } from '../ui/words.ts';
import { runCommand } from './commands.ts';
import { FilterControl } from './FilterControl.tsx';
import css from './Frame.module.css';
import { useStatusNotes } from './status.ts';

const savingWords: Readonly<Record<Saving, string>> = {
  saved: 'All changes saved',
  saving: 'Saving …',
  'not saved': 'The last change was not saved',
};

/** What is always worth knowing: the study, who codes, filters in force, what undo would take back, and that all is saved. */
export function StatusLine({ onUndo }: { readonly onUndo: () => void }) {
  const study = useStudy();
  const info = useStudyInfo();
  const history = useHistoryState();
  const saving = useSaving();
  const { filters, where } = useStatusNotes();
  const { sources, codes, codings, themes } = info.data?.counts ?? study.counts;
  return (
    <footer className={css.status}>
      <Menu label="Study" entries={studyActs}>
        <AriaButton className={css.study ?? ''}>
          <b>{info.data?.title ?? study.title}</b>
          <Icon name="up" size={12} />
        </AriaButton>
      </Menu>
      <span className={css.coder}>Coder: {study.coder.name}</span>
      <FilterControl className={css.filter ?? ''} on={css.filtered ?? ''} clear={css.clear ?? ''} />
      {filters && <span className={css.filtered}>Here: {filters}</span>}
      {study.encrypted && <span>Encrypted</span>}
      <span className={css.gap} />
      {where && <span className={css.figures}>{where}</span>}
      {history.data?.undo && (
        <button type="button" className={css.undo} onClick={onUndo} title={`Undo: ${history.data.undo} (Ctrl Z)`}>
          Undo: {history.data.undo}
        </button>
      )}
      <span className={css.figures}>
        {counted(sources, 'source')}, {counted(codes, 'code')}, {counted(codings, 'coding')}, {counted(themes, 'theme')}
      </span>
      <span className={saving === 'not saved' ? css.unsaved : css.saved} role="status">
        {savingWords[saving]}
      </span>
    </footer>
  );
}

/** What can be done with the study as a whole. */
const studyActs = [
  { id: 'rename', name: 'Rename the study', onAction: () => runCommand('study.rename') },
  { id: 'outcomes', name: 'Edit the outcomes', onAction: () => runCommand('study.outcomes') },
  { id: 'check', name: 'Check the study', onAction: () => runCommand('study.check') },
  'separator',
  { id: 'new', name: 'New study', onAction: () => runCommand('study.new') },
  { id: 'open', name: 'Open a study', key: 'Ctrl O', onAction: () => runCommand('study.open') },
  { id: 'close', name: 'Close the study', onAction: () => runCommand('study.close') },
] as const;
