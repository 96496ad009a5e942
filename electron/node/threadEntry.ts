import { parentPort, workerData } from 'node:worker_threads';
import { toEnvelope } from '../../shared/model/errors.ts';
import { doWork, type ThreadMessage, type ThreadWork } from './threadWork.ts';

/** Entry of the thread that works on a large study with a connection of its own, so that the core stays free for calls. */
const send = (message: ThreadMessage) => parentPort?.postMessage(message);
try {
  send({ result: await doWork(workerData as ThreadWork, (done, total) => send({ done, total })) });
} catch (thrown) {
  send({ error: toEnvelope(thrown) });
}
