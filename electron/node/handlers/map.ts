import { codeFacts } from '../../../db/codes.ts';
import { codeWeights, outcomeWeights, themeWeights } from '../../../db/evidence.ts';
import { getFramework } from '../../../db/frameworks.ts';
import type { Reader } from '../../../db/reader.ts';
import { studyFacts } from '../../../db/study.ts';
import { themeRows } from '../../../db/themes.ts';
import { themeMapOf } from '../../../shared/analysis/themeMap.ts';
import type { MapFormat } from '../../../shared/api/inputs.ts';
import { mapJson } from '../../../shared/exporters/map/json.ts';
import { mapSvg } from '../../../shared/exporters/map/svg.ts';
import { assertNever } from '../../../shared/model/errors.ts';
import type { ThemeMap } from '../../../shared/model/themeMap.ts';
import type { Ctx } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { deliver, exportName, refuseEmpty } from '../exporting.ts';
import { svgToPng } from '../raster.ts';

type Part = Pick<Handlers<Ctx>, 'map.get' | 'map.export'>;

export const mapHandlers: Part = {
  'map.get': ({ study }, { sessions }) => readMap(sessions.get(study).file.read),
  'map.export': async ({ study, format, out }, { sessions, caller }) => {
    const map = readMap(sessions.get(study).file.read);
    refuseEmpty(map.themes.length, 'There is no theme to draw yet. Make one on the Themes page.');
    const bytes = await draw(map, format);
    return deliver(
      {
        fileName: exportName(map.title, 'theme map', format),
        mediaType: mediaTypes[format],
        bytes,
        items: map.themes.length,
      },
      out,
      caller,
    );
  },
};

const mediaTypes: Readonly<Record<MapFormat, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  json: 'application/json',
};

function readMap(read: Reader): ThemeMap {
  return themeMapOf(studyFacts(read).title, {
    framework: getFramework(read),
    themes: themeRows(read),
    codes: codeFacts(read),
    weights: { codes: codeWeights(read), themes: themeWeights(read), outcomes: outcomeWeights(read) },
  });
}

async function draw(map: ThemeMap, format: MapFormat): Promise<Uint8Array> {
  switch (format) {
    case 'svg':
      return new TextEncoder().encode(mapSvg(map));
    case 'png':
      return svgToPng(mapSvg(map), 2);
    case 'json':
      return new TextEncoder().encode(mapJson(map));
    default:
      return assertNever(format);
  }
}
