import { useEffect, useMemo, useRef, useState } from 'react';
import { useClient, useStudy } from '../../client/context.tsx';
import { toastError } from '../../ui/toast.tsx';

/** Names this window's work to the core, so that two windows don't stop each other's. */
const windowName = crypto.randomUUID();

export type Progress = { readonly done: number; readonly total: number };

/** Work of a kind in the core: its name, how far it is (null before it tells), and the way to stop it. Leaving the page stops it. */
export function useJob(kind: string, running: boolean) {
  const client = useClient();
  const { handle: study } = useStudy();
  const job = `${kind} ${windowName}`;
  const [progress, setProgress] = useState<Progress | null>(null);
  const latest = useRef(running);
  latest.current = running;
  useEffect(() => {
    if (!running) setProgress(null);
  }, [running]);
  const stop = useMemo(
    () => () => void client.call('job.cancel', { study, job }).catch(toastError),
    [client, study, job],
  );
  useEffect(() => {
    const leave = client.subscribe(event => {
      if (event.type === 'progress' && event.study === study && event.label === job)
        setProgress({ done: event.done, total: event.total });
    });
    return () => {
      leave();
      if (latest.current) stop();
    };
  }, [client, study, job, stop]);
  return { job, progress, stop };
}
