import { type DragEvent, useEffect, useRef, useState } from 'react';
import { sourceFormats } from '../../../shared/model/kinds.ts';
import { useCommands } from '../../app/commands.ts';
import { go } from '../../app/route.ts';
import { useClient, useStudy } from '../../client/context.tsx';
import { chooseFolder, chooseTranscripts, isDesktop } from '../../client/desktop.ts';
import { announce } from '../../ui/announce.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState, PaneHead } from '../../ui/signs.tsx';
import { toast, toastError, toastPart } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import { blocker, type Decided, detected, toCommit } from './decisions.ts';
import { changeDesk, clearDesk, type ImportDesk, useImportDesk } from './desk.ts';
import { FileDetail } from './FileDetail.tsx';
import { FileTable } from './FileTable.tsx';
import { type Brought, droppedFiles, importable, readFiles, withTable } from './files.ts';
import css from './Import.module.css';
import { outcomeOf } from './outcome.ts';
import { takePending } from './pending.ts';

/** What the file dialog offers: transcripts, and a table that tells of them. */
const accepted = [...sourceFormats, 'csv'].map(ending => `.${ending}`).join(',');

/** The import preview: what was detected in each file, all of it correctable, before anything is stored. */
export function ImportPlace() {
  const client = useClient();
  const { handle: study } = useStudy();
  const { files, selected, busy } = useImportDesk(study);
  const change = (to: Partial<ImportDesk>) => changeDesk(study, () => to);
  const [over, setOver] = useState(false);
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);

  const preview = async (brought: readonly Brought[]) => {
    const { transcripts, table } = withTable(brought);
    if (transcripts.length === 0) {
      if (brought.length > 0) toastError(new Error(noTranscript));
      return;
    }
    change({ busy: `Reading ${counted(transcripts.length, 'file')} …` });
    try {
      for (const one of transcripts) {
        const sources = table === null ? {} : { sources: table };
        const items = await client.call('import.preview', { study, files: [one], ...sources });
        changeDesk(study, now => ({ files: [...now.files, ...items.map(detected)] }));
      }
      announce(`${counted(transcripts.length, 'file')} read. Nothing is stored yet.`);
    } catch (thrown) {
      toastError(thrown);
    } finally {
      change({ busy: null });
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
  const latest = useRef(preview);
  latest.current = preview;
  useEffect(() => takePending(files => void files.then(latest.current, toastError)), []);
  /** Empties the input, so that the same file can be chosen again. */
  const take = (input: HTMLInputElement, chosen: readonly File[]) => {
    const reading = readFiles(chosen);
    input.value = '';
    if (chosen.length === 0) return toastError(new Error(noTranscript));
    reading.then(preview, toastError);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    droppedFiles(event.dataTransfer).then(readFiles).then(preview).catch(toastError);
  };
  const discard = () => {
    const drafts = files.flatMap(one => one.item.draft ?? []);
    if (drafts.length > 0) client.call('import.discard', { study, drafts }).catch(toastError);
    clearDesk(study);
    go('sources');
  };
  const chosen = files.filter(one => one.include);
  const blocked = chosen.filter(one => blocker(one) !== null);
  const ready = chosen.length > 0 && blocked.length === 0 && busy === null;
  const store = async () => {
    change({ busy: `Storing ${counted(chosen.length, 'transcript')} …` });
    try {
      const outcome = outcomeOf(files, await client.call('import.commit', toCommit(files, study)));
      clearDesk(study);
      (outcome.whole ? toast : toastPart)(outcome.words);
      go('sources');
    } catch (thrown) {
      toastError(thrown);
      change({ busy: null });
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
            ? `${counted(files.length, 'file')}, nothing stored yet`
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
        accept={accepted}
        aria-label="Transcripts"
        onChange={event => take(event.target, [...(event.target.files ?? [])])}
      />
      <input
        ref={element => {
          folderInput.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label="Folder of transcripts"
        onChange={event => take(event.target, importable(event.target.files ?? []))}
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
          Text, Markdown, Word, OpenDocument, RTF, PDF and caption files (WebVTT, SubRip, SubViewer), or a folder of
          them. You will see speakers, turns and everything else that was detected, and can correct it, before it is
          stored. A sources.csv beside them fills in kind, group, participant and phase.
        </EmptyState>
      ) : (
        <>
          <FileTable
            files={files}
            selected={selected}
            onSelect={index => change({ selected: index })}
            onChange={next => change({ files: next })}
          />
          <div className={css.detail}>
            {current && (
              <FileDetail
                key={selected}
                decided={current}
                onChange={next => change({ files: files.map((one, index) => (index === selected ? next : one)) })}
              />
            )}
          </div>
        </>
      )}
      {files.length > 0 && (
        <footer className={css.foot}>
          <span className={blocked.length > 0 ? css.blocked : ''} role="status">
            {busy ?? hindrance(files, blocked.length)}
          </span>
          <Button large onPress={discard}>
            Cancel
          </Button>
          <Button large look="primary" onPress={() => void store()} disabled={!ready}>
            Import {counted(chosen.length, 'transcript')}
          </Button>
        </footer>
      )}
    </div>
  );
}

const noTranscript =
  'There is no transcript among these files. Ninefold reads .txt, .md, .docx, .vtt and .srt; a sources.csv tells of transcripts that are brought with it.';

/** What keeps files from coming in, in one line. */
function hindrance(files: readonly Decided[], blocked: number): string {
  const unreadable = files.filter(one => one.item.error !== null).length;
  const known = files.filter(one => one.item.duplicateOf !== null).length;
  const parts = [
    blocked > 0 && `${blocked === 1 ? '1 file needs' : `${blocked} files need`} a correction before it can come in.`,
    unreadable > 0 && `${counted(unreadable, 'file')} can’t be read and will be left out.`,
    known > 0 && `${known === 1 ? '1 file is' : `${known} files are`} in the study already.`,
  ];
  return parts.filter(part => part !== false).join(' ');
}
