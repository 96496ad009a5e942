import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { founding } from '../../db/study.ts';
import { createStudyFile, type StudyFile } from '../../db/studyFile.ts';
import type { Coder } from '../../shared/model/entities.ts';
import { defaultFrameworkTitle, defaultOutcomes } from '../../shared/model/framework.ts';

/** A folder of its own for one test; `remove` takes it away. */
export function tempFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'ninefold-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A founded study file with the nine outcomes. */
export function newStudy(
  path: string,
  options: { readonly passphrase?: string } = {},
): { readonly file: StudyFile; readonly coder: Coder } {
  const file = createStudyFile(path, options);
  const coder = founding(file, {
    title: 'Harbour study',
    coder: 'Ada',
    framework: { title: defaultFrameworkTitle, outcomes: defaultOutcomes },
  });
  return { file, coder };
}
