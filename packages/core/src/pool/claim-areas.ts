import { NumberkitError } from '../errors.ts';
import { loadPlaces, recommendAreaCodes, resolvePlace, searchErrors } from '../numbers/index.ts';
import type { PoolDeps } from './pool-deps.ts';

/** A place as a person types it, such as `Oakland, CA`, or a point in degrees. */
export type Near = string | { readonly latitude: number; readonly longitude: number };

/** Where a claim wants its number. */
export interface AskedArea {
  /** The one that demand is counted for. */
  readonly areaCode: string;
  /** It and those that serve the very same place. */
  readonly areaCodes: readonly string[];
}

/**
 * Reads where a claim wants its number. An area code is taken as it is; the geography is loaded for a place only.
 * @throws NumberkitError `unknown-place`
 */
export async function askedArea(areaCode: string | null, near: Near | null): Promise<AskedArea> {
  if (areaCode !== null) return { areaCode, areaCodes: [areaCode] };
  const place = resolvePlace(await loadPlaces(), near ?? '');
  const [first] = place?.areaCodes ?? [];
  if (!place || !first) {
    throw new NumberkitError(searchErrors.unknownPlace, { detail: 'The place is not known to us.' });
  }
  return { areaCode: first, areaCodes: place.areaCodes };
}

/** Area codes near the asked one where the pool holds numbers, nearest first; within 300 miles, same country. */
export async function neighboursOf(deps: PoolDeps, asked: AskedArea): Promise<readonly string[]> {
  const { pooled } = await deps.open();
  const stocked = new Set(
    (await pooled.stock()).filter((area) => area.pooled > 0).map(({ areaCode }) => areaCode),
  );
  for (const areaCode of asked.areaCodes) stocked.delete(areaCode);
  if (stocked.size === 0) return [];
  const places = await loadPlaces();
  const place = resolvePlace(places, { areaCode: asked.areaCode });
  if (!place) return [];
  return recommendAreaCodes(places, place, { limit: places.areaCodes.size })
    .map(({ areaCode }) => areaCode)
    .filter((areaCode) => stocked.has(areaCode));
}
