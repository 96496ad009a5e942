import { type DragEvent, useRef, useState } from 'react';
import { useCommands } from '../../app/commands.ts';
import { go } from '../../app/route.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { chooseFolder, chooseTranscripts, isDesktop } from '../../client/desktop.ts';
import { announce } from '../../ui/announce.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState, PaneHead } from '../../ui/signs.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { blocker, type Decided, detected, toCommit } from './decisions.ts';
import { FileDetail } from './FileDetail.tsx';
import { FileTable } from './FileTable.tsx';
import { type Brought, droppedFiles, importable, readFiles } from './files.ts';
import css from './Import.module.css';
import { takePending } from './pending.ts';

/** The import preview: what was detected in each file, all of it correctable, before anything is stored. */
export function ImportPlace() {
  const client = useClient();
  const { handle: study } = useStudy();
  const [files, setFiles] = useState<readonly Decided[]>([]);
  const [selected, setSelected] = useState(0);
  const [busy, setBusy] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const started = useRef(false);

  const preview = async (brought: readonly Brought[]) => {
    if (brought.length === 0) return;
    setBusy(`Reading ${brought.length === 1 ? 'a file' : `${brought.length} files`} …`);
    try {
      for (const one of brought) {
        const items = await client.call('import.preview', { study, files: [one] });
        setFiles(now => [...now, ...items.map(detected)]);
      }
      announce(`${brought.length} files read. Nothing is stored yet.`);
    } catch (thrown) {
      toastError(thrown);
    } finally {
      setBusy(null);
    }
  };
  const addFiles = () => {
    if (isDesktop()) chooseTranscripts().then(paths => preview(paths.map(path => ({ path }))), toastError);
    else fileInput.current?.click();
  };
  const addFolder = () => {
    if (isDesktop()) chooseFolder().then(paths => preview(paths.map(path => ({ path }))), toastError);
    else folderInput.current?.click();
  };
  if (!started.current) {
    started.current = true;
    const pending = takePending();
    if (pending) queueMicrotask(() => void pending.then(preview, toastError));
  }
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    droppedFiles(event.dataTransfer).then(readFiles).then(preview).catch(toastError);
  };
  const discard = () => {
    const drafts = files.flatMap(one => one.item.draft ?? []);
    if (drafts.length > 0) client.call('import.discard', { study, drafts }).catch(toastError);
    go('sources');
  };
  const chosen = files.filter(one => one.include);
  const blocked = chosen.filter(one => blocker(one) !== null);
  const ready = chosen.length > 0 && blocked.length === 0 && busy === null;
  const store = async () => {
    setBusy(`Storing ${chosen.length} ${chosen.length === 1 ? 'transcript' : 'transcripts'} …`);
    try {
      const reports = await client.call('import.commit', toCommit(files, study));
      const done = reports.filter(report => report.status === 'imported').length;
      const not = reports.length - done;
      toast(`Imported ${done} ${done === 1 ? 'transcript' : 'transcripts'}${not > 0 ? `; ${not} left out` : ''}.`);
      go('sources');
    } catch (thrown) {
      toastError(thrown);
      setBusy(null);
    }
  };
  useCommands([
    { id: 'import.files', name: 'Add files to the import', group: 'Import', run: addFiles },
    { id: 'import.folder', name: 'Add a folder to the import', group: 'Import', run: addFolder },
  ]);
  const current = files[selected];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files has the buttons Add files and Add a folder beside it
    <div
      className={`${css.page} ${over ? css.over : ''}`}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <PaneHead
        level={1}
        title="Import"
        note={
          files.length > 0
            ? `${files.length} ${files.length === 1 ? 'file' : 'files'}, nothing stored yet`
            : 'Nothing is stored before you have seen it'
        }
      >
        <Button look="quiet" onPress={addFiles}>
          Add files
        </Button>
        <Button look="quiet" onPress={addFolder}>
          Add a folder
        </Button>
        <IconButton icon="close" label="Leave without importing" onPress={discard} />
      </PaneHead>
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        accept=".txt,.md,.docx,.vtt,.srt"
        aria-label="Transcripts"
        onChange={event => void readFiles(event.target.files ?? []).then(preview, toastError)}
      />
      <input
        ref={element => {
          folderInput.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label="Folder of transcripts"
        onChange={event => void readFiles(importable(event.target.files ?? [])).then(preview, toastError)}
      />
      {files.length === 0 ? (
        <EmptyState
          title={busy ?? 'Drop transcripts here'}
          action={
            <div className={css.buttons}>
              <Button large look="primary" onPress={addFiles}>
                Choose files
              </Button>
              <Button large onPress={addFolder}>
                Choose a folder
              </Button>
            </div>
          }
        >
          Text, Markdown, Word, WebVTT and SubRip files, or a folder of them. You will see speakers, turns and
          everything else that was detected, and can correct it, before it is stored.
        </EmptyState>
      ) : (
        <>
          <FileTable files={files} selected={selected} onSelect={setSelected} onChange={setFiles} />
          <div className={css.detail}>
            {current && (
              <FileDetail
                key={selected}
                decided={current}
                onChange={next => setFiles(files.map((one, index) => (index === selected ? next : one)))}
              />
            )}
          </div>
        </>
      )}
      {files.length > 0 && (
        <footer className={css.foot}>
          <span className={blocked.length > 0 ? css.blocked : ''} role="status">
            {busy ??
              (blocked.length > 0
                ? `${blocked.length === 1 ? '1 file needs' : `${blocked.length} files need`} a correction before it can come in.`
                : '')}
          </span>
          <Button large onPress={discard}>
            Cancel
          </Button>
          <Button large look="primary" onPress={() => void store()} disabled={!ready}>
            Import {chosen.length} {chosen.length === 1 ? 'transcript' : 'transcripts'}
          </Button>
        </footer>
      )}
    </div>
  );
}
