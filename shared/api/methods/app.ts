import { z } from 'zod';
import { command, query } from '../define.ts';
import type { AppInfo, FolderListing, RecentStudy } from '../outputs.ts';

/** The machine: what runs here, recent studies, folders. */
export const appMethods = {
  'app.info': query(z.object({})).gives<AppInfo>(),
  'app.recent': query(z.object({})).gives<readonly RecentStudy[]>(),
  'app.forgetRecent': command(z.object({ path: z.string() })).gives<null>(),
  'files.list': query(z.object({ folder: z.string().optional() })).gives<FolderListing>(),
} as const;
