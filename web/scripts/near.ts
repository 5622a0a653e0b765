// A build step that cuts what lies around a country from Natural Earth's finest outlines (world-atlas), so that the coast
// of the country and of its parts are one coast, and a browser loads these few islands and not the world.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import type { Land } from '../src/pages/sites/areas.ts';
import { boxOf, cornersOf, polygonsWithin, withRoom } from '../src/pages/sites/bounds.ts';

/** The country follows as world-atlas names it, without spaces and full stops: it becomes part of a file's name. */
const PREFIX = 'virtual:near/';
/** So many degrees around the country are drawn finely. */
const AROUND = 2;

export function near(): Plugin {
  return {
    name: 'near',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const { reach, land } = landNear(id.slice(PREFIX.length + 1));
      // A string that is parsed is read faster than an object of the language, and packs as well.
      return `export const reach = ${JSON.stringify(reach)};\nexport const land = JSON.parse(${JSON.stringify(JSON.stringify(land))});`;
    },
  };
}

function landNear(name: string) {
  const file = fileURLToPath(import.meta.resolve('world-atlas/countries-10m.json'));
  const world = JSON.parse(readFileSync(file, 'utf8')) as Topology;
  const all = feature(world, world.objects['countries'] as GeometryCollection<{ name: string }>) as Land;
  const own = all.features.filter(({ properties }) => properties.name.replaceAll(/[ .]/g, '') === name);
  const box = boxOf(cornersOf({ type: 'FeatureCollection', features: own }));
  if (box === null) throw new Error(`world-atlas knows no country ${name}`);
  const reach = withRoom(box, AROUND);
  const cut = polygonsWithin(all, reach, true);
  const features = cut.features.map(({ properties: { name }, geometry }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { ...geometry, coordinates: rounded(geometry.coordinates) },
  }));
  return { reach, land: { type: 'FeatureCollection', features } };
}

/** To a ten-thousandth of a degree, some eleven metres. */
function rounded(coordinates: Position[][] | Position[][][]): unknown {
  const digits = (_: string, part: unknown) =>
    typeof part === 'number' ? Math.round(part * 1e4) / 1e4 : part;
  return JSON.parse(JSON.stringify(coordinates, digits));
}
