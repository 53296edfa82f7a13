import { readRegion } from './regions.ts';

/** A place as fields; what {@link resolvePlace} looks for. */
export interface PlaceFields {
  readonly areaCode?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly locality?: string | undefined;
  /** Two letters or the name. */
  readonly region?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** Decides between cities of the same name. */
  readonly country?: 'US' | 'CA' | undefined;
}

const ZIP = /\b(\d{5})(?:-\d{4})?$/;
const CANADIAN = /\b([A-Z]\d[A-Z])(?: ?\d[A-Z]\d)?$/i;

/**
 * Reads a place as a person types it: `510`, `94607`, `H2X 1Y4`, `CA`, `Oakland`, `Oakland, CA`, `Oakland California`,
 * `Oakland, CA 94607, USA`. A postal code wins over the city before it.
 */
export function readPlaceText(text: string): PlaceFields {
  const place = text
    .trim()
    .replace(/[\s,]*\b(usa|us|u\.s\.a?\.?|united states|canada)\.?$/i, '')
    .trim();
  if (/^\(?\d{3}\)?$/.test(place)) return { areaCode: place.replace(/[()]/g, '') };
  const postalCode = ZIP.exec(place)?.[1] ?? CANADIAN.exec(place)?.[1]?.toUpperCase();
  if (postalCode) return { postalCode };
  const alone = readRegion(place);
  // "New York" and "Washington" are cities first.
  if (alone && !/^(new york|washington)$/i.test(place)) return { region: alone };
  return readCity(place);
}

function readCity(place: string): PlaceFields {
  const [, before = '', after = ''] = /^(.*),\s*([^,]+)$/.exec(place) ?? [];
  const region = readRegion(after);
  if (before && region) return { locality: before.trim(), region };
  // Without a comma: the last one, two or three words may be the region.
  const words = place.split(/[\s,]+/);
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const last = readRegion(words.slice(-count).join(' '));
    if (last) return { locality: words.slice(0, -count).join(' '), region: last };
  }
  return { locality: place };
}
