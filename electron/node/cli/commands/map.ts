import { resolve } from 'node:path';
import type { MapFormat } from '../../../../shared/api/inputs.ts';
import { NinefoldError } from '../../../../shared/model/errors.ts';
import type { MapView } from '../../../../shared/model/themeMap.ts';
import { count } from '../../plain.ts';
import { checkedToPrint, openGiven } from '../checked.ts';
import type { CliHost, CommonOptions, Said } from '../host.ts';
import type { KeyOptions } from '../key.ts';
import { withStudy } from '../study.ts';

export type MapOptions = CommonOptions &
  KeyOptions & {
    readonly view: MapView;
    readonly format: MapFormat;
    readonly outcome?: number;
    readonly out?: string;
  };

/** The theme map: one of its views drawn to a file, and as data for --json. Without a file it is printed, as JSON. */
export function themeMap(
  host: CliHost,
  path: string,
  { view, format, outcome, out, ...common }: MapOptions,
): Promise<Said> {
  return withStudy(host, path, common, async (call, { handle: study }) => {
    await openGiven(host, call, study, common);
    if (outcome !== undefined) {
      const { outcomes } = await call('framework.get', { study });
      if (!outcomes.some(one => one.number === outcome)) {
        const numbers = outcomes.map(one => one.number).join(', ');
        throw new NinefoldError('not-found', `There is no outcome ${outcome} in this study; it has ${numbers}.`, {
          outcome,
        });
      }
    }
    const filter = outcome === undefined ? {} : { filter: { outcomes: [outcome] } };
    const document = await call('map.get', { study, ...filter });
    const messages = await checkedToPrint(call, study, 'the map', document);
    if (out === undefined) return { document, text: `${JSON.stringify(document, null, 2)}\n`, messages };
    const written = await call('map.export', { study, view, format, ...filter, out: resolve(host.cwd, out) });
    const lost =
      written.unset === ''
        ? ''
        : `Its fonts lack “${written.unset}” and show boxes; an SVG or HTML file shows all letters.\n`;
    return {
      document,
      text: `Wrote a map of ${count(written.items, 'theme')} to ${written.path ?? out}.\n${lost}`,
      messages,
    };
  });
}
