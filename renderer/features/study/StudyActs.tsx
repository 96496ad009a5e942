import { useState } from 'react';
import { useCommands } from '../../app/commands.ts';
import { useFramework } from '../../client/queries.ts';
import { DisclosureDialog } from '../disclosure/DisclosureDialog.tsx';
import { CheckDialog } from './CheckDialog.tsx';
import { FrameworkDialog } from './FrameworkDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

/** What can be done with the open study as a whole: rename it, edit its outcomes, check it, look for what could identify somebody. */
export function StudyActs({ title }: { readonly title: string }) {
  const [open, setOpen] = useState<'rename' | 'outcomes' | 'check' | 'disclosure' | null>(null);
  const framework = useFramework();
  useCommands([
    { id: 'study.rename', name: 'Rename the study', group: 'Study', run: () => setOpen('rename') },
    { id: 'study.outcomes', name: 'Edit the outcomes', group: 'Study', run: () => setOpen('outcomes') },
    { id: 'study.check', name: 'Check the study', group: 'Study', run: () => setOpen('check') },
    {
      id: 'study.disclosure',
      name: 'Check what could identify somebody',
      group: 'Study',
      run: () => setOpen('disclosure'),
    },
  ]);
  const close = () => setOpen(null);
  if (open === 'rename') return <RenameDialog title={title} onClose={close} />;
  if (open === 'outcomes' && framework.data) return <FrameworkDialog framework={framework.data} onClose={close} />;
  if (open === 'check') return <CheckDialog onClose={close} />;
  if (open === 'disclosure') return <DisclosureDialog looked={{}} onClose={close} />;
  return null;
}
