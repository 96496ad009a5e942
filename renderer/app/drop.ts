import { useEffect, useRef } from 'react';
import { droppedFiles, readFiles } from '../features/import/files.ts';
import { bringToImport } from '../features/import/pending.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped where no part of the app wants them to the import, if a study is open. Left alone, a browser would leave the app to show the file. */
export function useStrayFiles(studyIsOpen: boolean): void {
  const open = useRef(studyIsOpen);
  open.current = studyIsOpen;
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer || !hasFiles(event)) return;
      event.preventDefault();
      if (open.current) bringToImport(droppedFiles(event.dataTransfer).then(readFiles));
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
}
