import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../db/studyFile.ts';
import { toEnvelope } from '../../shared/model/errors.ts';
import { type AnalysisMessage, type AnalysisWork, runAnalysis } from './analysis.ts';

/** Entry of the thread that works through a large study with a connection of its own, so that the core stays free for calls. */
const { location, request } = workerData as AnalysisWork;
const send = (message: AnalysisMessage) => parentPort?.postMessage(message);
const { read, close } = openReader(location);
try {
  send({ result: runAnalysis(read, request, (done, total) => send({ done, total })) });
} catch (thrown) {
  send({ error: toEnvelope(thrown) });
} finally {
  close();
}
