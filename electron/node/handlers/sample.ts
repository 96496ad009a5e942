import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeNamed } from '../../../db/codes.ts';
import { getFramework } from '../../../db/frameworks.ts';
import type { Reader } from '../../../db/reader.ts';
import { listSources } from '../../../db/sources.ts';
import { themeNamed } from '../../../db/themes.ts';
import type { InputOf } from '../../../shared/api/methods.ts';
import { assertNever, NinefoldError } from '../../../shared/model/errors.ts';
import type { OutcomeId } from '../../../shared/model/ids.ts';
import { codeKinds, sourceFormats, themeStatuses } from '../../../shared/model/kinds.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { ensureFolder } from '../files.ts';
import { codebookHandlers } from './codebook.ts';
import { extractHandlers } from './extracts.ts';
import { importHandlers } from './imports.ts';
import { memoHandlers } from './memos.ts';
import { report, withQuotes, writeReport } from './sampleReport.ts';
import { studyHandlers } from './studies.ts';
import { themeHandlers } from './themes.ts';
import { themeShapeHandlers } from './themesShape.ts';

type Part = Pick<Handlers<Ctx>, 'study.sample'>;

const recipe = z.object({
  title: z.string(),
  coder: z.string(),
  codes: z.array(
    z.object({
      name: z.string(),
      definition: z.string(),
      kind: z.enum(codeKinds).nullable(),
      example: z.string().optional(),
    }),
  ),
  themes: z.array(
    z.object({
      name: z.string(),
      concept: z.string(),
      definition: z.string(),
      status: z.enum(themeStatuses),
      codes: z.array(z.string()),
      outcomes: z.array(z.number()),
      narrative: z.string().optional(),
    }),
  ),
  relations: z.array(z.object({ from: z.string(), kind: z.string(), to: z.string(), note: z.string().optional() })),
  ...report.shape,
  memos: z.array(
    z.object({
      about: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('journal') }),
        z.object({ kind: z.literal('source'), source: z.string() }),
        z.object({ kind: z.literal('code'), code: z.string() }),
        z.object({ kind: z.literal('theme'), theme: z.string() }),
      ]),
      title: z.string(),
      body: z.string(),
    }),
  ),
});
type Plan = z.infer<typeof recipe>;

/** Whoever looks at the sample codes under a name of their own, so that undo takes back their acts, not the making of the sample. */
const visitor = 'You';

export const sampleHandlers: Part = {
  'study.sample': async (_input, ctx) => {
    const path = join(ctx.options.studiesFolder, 'Kestrel Yard (sample).ninefold');
    if (!existsSync(path) && !ctx.sessions.atPath(path)) await writeSample(path, ctx);
    return studyHandlers['study.open']({ path, coder: visitor }, ctx);
  },
};

/** Makes the sample by the same calls that a team would use: new, import, code, theme. Leaves no file if any of them fails. */
async function writeSample(path: string, caller: Ctx): Promise<void> {
  const ctx: Ctx = { ...caller, caller: { host: 'cli' } };
  const folder = ctx.options.sampleFolder;
  const plan = recipe.parse(JSON.parse(readFileSync(join(folder, 'study.json'), 'utf8')));
  ensureFolder(ctx.options.studiesFolder);
  const { handle: study } = await studyHandlers['study.create']({ path, title: plan.title, coder: plan.coder }, ctx);
  try {
    const files = readdirSync(folder)
      .filter(name => sourceFormats.some(format => name.endsWith(`.${format}`)))
      .toSorted();
    const sources = readFileSync(join(folder, 'sources.csv'), 'utf8');
    const previews = await importHandlers['import.preview'](
      { study, sources, files: files.map(name => ({ path: join(folder, name) })) },
      ctx,
    );
    const drafts = previews.map(item => {
      if (item.draft === null)
        throw new NinefoldError('internal', `The sample's ${item.file} can't be read: ${item.error?.message}`);
      return { draft: item.draft };
    });
    await importHandlers['import.commit']({ study, items: drafts }, ctx);
    for (const code of plan.codes) await codebookHandlers['code.create']({ study, ...code }, ctx);
    await extractHandlers['extract.import']({ study, file: { path: join(folder, 'codings.csv') } }, ctx);
    const { read } = ctx.sessions.get(study).file;
    const outcomes = new Map<number, OutcomeId>(getFramework(read).outcomes.map(one => [one.number, one.id]));
    for (const theme of plan.themes) {
      if (themeNamed(read, theme.name)) continue;
      const codes = theme.codes.flatMap(name => codeNamed(read, name) ?? []);
      await themeHandlers['theme.create'](
        {
          study,
          ...theme,
          codes,
          narrative: withQuotes(read, theme.narrative ?? ''),
          outcomes: theme.outcomes.flatMap(number => outcomes.get(number) ?? []),
          reason: 'So set when the sample was made',
        },
        ctx,
      );
    }
    for (const { from, to, ...relation } of plan.relations) {
      const [one, other] = [from, to].map(name => known(themeNamed(read, name), name));
      if (one && other) await themeShapeHandlers['relation.create']({ study, from: one, to: other, ...relation }, ctx);
    }
    for (const { about, ...memo } of plan.memos)
      await memoHandlers['memo.create']({ study, about: subjectOf(read, about), ...memo }, ctx);
    await writeReport(study, plan, ctx);
    ctx.sessions.close(study);
  } catch (thrown) {
    ctx.sessions.close(study);
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    throw thrown;
  }
}

/** What a memo of the plan is about: sources go by the name of their file, codes and themes by their own. */
function subjectOf(read: Reader, about: Plan['memos'][number]['about']): InputOf<'memo.create'>['about'] {
  switch (about.kind) {
    case 'journal':
      return about;
    case 'source':
      return {
        kind: 'source',
        source: known(listSources(read).find(one => one.fileName === about.source)?.id, about.source),
      };
    case 'code':
      return { kind: 'code', code: known(codeNamed(read, about.code), about.code) };
    case 'theme':
      return { kind: 'theme', theme: known(themeNamed(read, about.theme), about.theme) };
    default:
      return assertNever(about);
  }
}

function known<Id>(id: Id | null | undefined, name: string): Id {
  if (id === null || id === undefined)
    throw new NinefoldError('internal', `The sample speaks of “${name}”, which is not in it.`);
  return id;
}
