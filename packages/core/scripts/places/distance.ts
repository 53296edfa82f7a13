import type { City } from './city.ts';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The city nearest to the point. */
export function nearestCity(point: Point, cities: readonly City[]): City | undefined {
  let best: City | undefined;
  for (const city of cities) {
    if (!best || roughDistance(city, point) < roughDistance(best, point)) best = city;
  }
  return best;
}

/** Enough to compare: degrees squared, longitude shrunk by the latitude. */
function roughDistance(a: Point, b: Point): number {
  const east = (a.longitude - b.longitude) * Math.cos((b.latitude * Math.PI) / 180);
  return (a.latitude - b.latitude) ** 2 + east ** 2;
}
