import { useEffect, useState } from 'react';
import type { LostCoding, ReimportPreview } from '../../../shared/api/outputs/source.ts';
import type { Source } from '../../../shared/model/entities.ts';
import { useOfferUndo } from '../../app/undo.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { Dialog, FormFoot } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted, figure, listed, wordsOf } from '../../ui/words.ts';
import css from './Sources.module.css';

/** Puts a corrected transcript in the place of a source's words, after showing where each of its codings would go. */
export function ReimportDialog({
  source,
  file,
  onClose,
}: {
  readonly source: Source;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly onClose: () => void;
}) {
  const client = useClient();
  const { handle: study } = useStudy();
  const offerUndo = useOfferUndo();
  const [preview, setPreview] = useState<ReimportPreview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let gone = false;
    client.call('source.reimportPreview', { study, source: source.id, file }).then(
      seen => !gone && setPreview(seen),
      thrown => !gone && setError(wordsOf(thrown)),
    );
    return () => {
      gone = true;
    };
  }, [client, study, source.id, file]);
  const replace = async () => {
    if (!preview) return;
    setBusy(true);
    try {
      const done = await client.call('source.reimport', {
        study,
        source: source.id,
        draft: preview.draft,
        ...(reason.trim() !== '' && { reason }),
      });
      const lost = done.lost.length > 0 ? `; ${counted(done.lost.length, 'coding')} could not be placed` : '';
      await offerUndo(`Replaced the words of “${source.title}”${lost}.`);
      onClose();
    } catch (thrown) {
      setError(wordsOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="Replace by a corrected transcript"
      width={640}
      onClose={onClose}
      onSubmit={() => void replace()}
      foot={<FormFoot submit="Replace the words" disabled={!preview || busy} onClose={onClose} />}
    >
      {error && <Note block>{error}</Note>}
      {!preview && !error && <p role="status">Reading {file.name} …</p>}
      {preview && (
        <>
          <p>
            {preview.file}: {figure(preview.words.after)} words in {counted(preview.turns.after, 'turn')}; before,{' '}
            {figure(preview.words.before)} in {counted(preview.turns.before, 'turn')}. The file and the words as they
            were stay in the study.
          </p>
          <p>
            {counted(preview.placed, 'coding')} {preview.placed === 1 ? 'stands' : 'stand'} on the same words.{' '}
            {preview.approximate.length > 0 &&
              `${counted(preview.approximate.length, 'coding')} found again under changed words, to be looked at. `}
            {preview.lost.length > 0 &&
              `${counted(preview.lost.length, 'coding')} can’t be placed and would be taken off.`}
          </p>
          {preview.newSpeakers.length > 0 && <p>New speakers: {listed(preview.newSpeakers)}.</p>}
          {preview.goneSpeakers.length > 0 && <p>No longer speaking: {listed(preview.goneSpeakers)}.</p>}
          <CodingsOf title="Changed words" codings={preview.approximate} />
          <CodingsOf title="Can’t be placed" codings={preview.lost} />
          {preview.warnings.map(warning => (
            <Note key={warning.code}>{warning.message}</Note>
          ))}
          <TextField label="Reason" value={reason} onChange={setReason} hint="Kept in the study’s history." />
        </>
      )}
    </Dialog>
  );
}

function CodingsOf({
  title,
  codings,
}: {
  readonly title: string;
  readonly codings: readonly (LostCoding & { readonly found?: string })[];
}) {
  if (codings.length === 0) return null;
  return (
    <section className={css.placed}>
      <h3>{title}</h3>
      <ul>
        {codings.map(coding => (
          <li key={coding.coding}>
            <b>{coding.codeName}</b>
            <q>{coding.quoted}</q>
            {coding.found !== undefined && <q>{coding.found}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}
