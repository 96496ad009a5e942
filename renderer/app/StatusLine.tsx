import { useQuery } from '@tanstack/react-query';
import { useClient, useStudy } from '../client/context.tsx';
import { keys } from '../client/keys.ts';
import { useHistoryState } from '../client/queries.ts';
import css from './Frame.module.css';

/** What is always worth knowing: the study, who codes, that it is saved, and what undo would take back. */
export function StatusLine({ onClose, onUndo }: { readonly onClose: () => void; readonly onUndo: () => void }) {
  const client = useClient();
  const study = useStudy();
  const info = useQuery({
    queryKey: keys.info(study.handle),
    queryFn: () => client.call('study.info', { study: study.handle }),
  });
  const history = useHistoryState();
  const counts = info.data?.counts ?? study.counts;
  return (
    <footer className={css.status} aria-label="Status">
      <span>
        <b>{study.title}</b>
      </span>
      <span>Coder: {study.coder.name}</span>
      <span>As spoken</span>
      <span>{study.encrypted ? 'Encrypted' : 'Not encrypted'}</span>
      <span className={css.gap} />
      {history.data?.undo && (
        <button type="button" onClick={onUndo} title="Ctrl+Z">
          Undo: {history.data.undo}
        </button>
      )}
      <span className={css.figures}>
        {counts.sources} sources, {counts.codes} codes, {counts.codings} codings, {counts.themes} themes
      </span>
      <span>All changes saved</span>
      <button type="button" onClick={onClose}>
        Close study
      </button>
    </footer>
  );
}
