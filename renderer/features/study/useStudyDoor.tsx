import { type ReactNode, useState } from 'react';
import type { StudyInfo } from '../../../shared/model/entities.ts';
import { useCommands } from '../../app/commands.ts';
import { useClient } from '../../client/context.tsx';
import { chooseStudy, isDesktop } from '../../client/desktop.ts';
import { toastError } from '../../ui/toast.tsx';
import { NewStudyDialog } from './NewStudyDialog.tsx';
import { OpenStudyDialog } from './OpenStudyDialog.tsx';
import { useOpenStudy } from './useOpenStudy.tsx';

/** The ways into a study, the same from the welcome screen, an open study and the desktop's menu. */
export type StudyDoor = {
  readonly create: () => void;
  /** Lets the person choose a study. */
  readonly choose: () => void;
  readonly open: (path: string) => void;
  readonly openSample: () => void;
  /** The sample is being written and opened. */
  readonly busy: boolean;
  readonly dialogs: ReactNode;
};

/** Offers the ways into a study as commands, and gives them; `dialogs` has to stand in the page. */
export function useStudyDoor(onOpen: (study: StudyInfo) => void): StudyDoor {
  const client = useClient();
  const [dialog, setDialog] = useState<'new' | 'open' | null>(null);
  const [busy, setBusy] = useState(false);
  const close = () => setDialog(null);
  const enter = (study: StudyInfo) => {
    close();
    onOpen(study);
  };
  const { open, passphraseDialog } = useOpenStudy(enter);
  const create = () => setDialog('new');
  const choose = () => {
    if (!isDesktop()) return setDialog('open');
    chooseStudy().then(path => path !== null && open(path), toastError);
  };
  const openSample = () => {
    setBusy(true);
    client
      .call('study.sample', {})
      .then(enter, toastError)
      .finally(() => setBusy(false));
  };
  useCommands([
    { id: 'study.new', name: 'New study', group: 'Study', keys: newKeys, inFields: true, run: create },
    { id: 'study.open', name: 'Open a study', group: 'Study', keys: ['Ctrl+O'], inFields: true, run: choose },
    { id: 'study.sample', name: 'Open the sample study', group: 'Study', run: openSample },
  ]);
  return {
    create,
    choose,
    open,
    openSample,
    busy,
    dialogs: (
      <>
        {dialog === 'new' && <NewStudyDialog onClose={close} onOpen={enter} />}
        {dialog === 'open' && <OpenStudyDialog onClose={close} onChoose={open} />}
        {passphraseDialog}
      </>
    ),
  };
}

/** A browser keeps Ctrl+N for itself; there, Alt+N is the key. The first is the one that shows. */
const newKeys = isDesktop() ? ['Ctrl+N', 'Alt+N'] : ['Alt+N'];
