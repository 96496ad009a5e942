import { useQuery } from '@tanstack/react-query';
import { useClient, useStudy } from '../../client/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Note } from '../../ui/signs.tsx';
import { counted } from '../../ui/words.ts';
import css from './study.module.css';

/** Checks the study's integrity and says what was looked at and found. Changes nothing. */
export function CheckDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useClient();
  const { handle: study } = useStudy();
  const check = useQuery({
    queryKey: [study, 'check'],
    queryFn: () => client.call('study.check', { study }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog
      title="Check of the study"
      width={560}
      onClose={onClose}
      foot={
        <Button large look="primary" onPress={onClose} autoFocus>
          Done
        </Button>
      }
    >
      <div role="status" className={css.report}>
        {check.isFetching && <p>Checking …</p>}
        {!check.isFetching && check.error && <Note block>{check.error.message}</Note>}
        {!check.isFetching && check.data && (
          <>
            <p>
              {check.data.ok
                ? 'The study is sound: its file is whole, and every coding’s words stand in its source.'
                : `${counted(check.data.findings.length, 'thing')} to look at. Nothing was changed.`}
            </p>
            {check.data.findings.map(finding => (
              <Note key={finding.code + (finding.id ?? finding.message)} block>
                {finding.message}
              </Note>
            ))}
            <p className={css.quiet}>
              Looked at {counted(check.data.checked.codingWords ?? 0, 'coding')} and{' '}
              {counted(check.data.checked.journal ?? 0, 'act')} of the journal.
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
