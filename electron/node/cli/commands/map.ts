import { resolve } from 'node:path';
import type { MapFormat } from '../../../../shared/api/inputs.ts';
import { count } from '../../plain.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import { withStudy } from '../study.ts';

export type MapOptions = CommonOptions & { readonly format: MapFormat; readonly out?: string };

/** The theme map: drawn to a file, and as data for --json. Without a file it is printed, as JSON. */
export function themeMap(host: CliHost, path: string, { format, out, ...common }: MapOptions): Promise<Said> {
  return withStudy(host, path, common, async (call, { handle: study }) => {
    const document = await call('map.get', { study });
    if (out === undefined) return { document, text: `${JSON.stringify(document, null, 2)}\n` };
    const written = await call('map.export', { study, format, out: resolve(host.cwd, out) });
    return { document, text: `Wrote a map of ${count(written.items, 'theme')} to ${written.path ?? out}.\n` };
  });
}
