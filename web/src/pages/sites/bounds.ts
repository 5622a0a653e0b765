// How far a map reaches: the box around land or sites, west, south, east and north in degrees.
import type { Land } from './areas.ts';

export type Box = readonly [west: number, south: number, east: number, north: number];
export type Point = readonly [lon: number, lat: number];

/** The box around points; null around none. */
export function boxOf(points: Iterable<Point>): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  return west > east ? null : [west, south, east, north];
}

/** A box with so many degrees of room on each side, for a site alone has none. */
export function withRoom([west, south, east, north]: Box, degrees: number): Box {
  return [west - degrees, south - degrees, east + degrees, north + degrees];
}

/** All corners of land. */
export function* cornersOf(land: Land): Generator<Point> {
  for (const { geometry } of land.features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of polygons.flat())
      for (const [lon, lat] of ring) if (lon !== undefined && lat !== undefined) yield [lon, lat];
  }
}

/** Whether two boxes have anything in common. */
function meets(a: Box, b: Box): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

/** Land whose polygons, islands and mainlands one by one, reach into a box; or, not `inside`, those that do not. */
export function polygonsWithin(land: Land, box: Box, inside: boolean): Land {
  const features = land.features.flatMap((feature) => {
    const { geometry } = feature;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const kept = polygons.filter((rings) => {
      const own = boxOf((rings[0] ?? []).map(([lon = 0, lat = 0]) => [lon, lat]));
      return (own !== null && meets(own, box)) === inside;
    });
    return kept.length === 0
      ? []
      : [{ ...feature, geometry: { type: 'MultiPolygon' as const, coordinates: kept } }];
  });
  return { type: 'FeatureCollection', features };
}

/** The middle of the largest ring of each feature, where its name stands. */
export function nameAt(land: Land): { name: string; at: Point }[] {
  return land.features.flatMap((feature) => {
    const { geometry, properties } = feature;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const largest = polygons
      .map((rings) => rings[0] ?? [])
      .map((ring) => ({ ring, ...middle(ring) }))
      .sort((a, b) => b.area - a.area)[0];
    return largest === undefined || largest.area === 0 ? [] : [{ name: properties.name, at: largest.at }];
  });
}

/** The centroid of a ring and its area, by the shoelace formula. */
function middle(ring: readonly (readonly number[])[]): { at: Point; area: number } {
  let [twice, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [ring[i] ?? [], ring[i + 1] ?? []];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return twice === 0
    ? { at: [0, 0], area: 0 }
    : { at: [x / (3 * twice), y / (3 * twice)], area: Math.abs(twice) / 2 };
}
