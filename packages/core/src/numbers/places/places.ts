import type { Point } from './distance.ts';

/** A city of the built-in geography. */
export interface City extends Point {
  readonly name: string;
  /** Two letters. */
  readonly region: string;
  /** All area codes that serve it: each older one, followed by those laid over it. */
  readonly areaCodes: readonly string[];
  /** Number of exchanges, which stands in for its size. */
  readonly weight: number;
}

/** An area code in service. */
export interface AreaCode {
  readonly areaCode: string;
  readonly region: string;
  /** The largest city that it serves. */
  readonly largest: City;
}

/** Where area codes, cities and postal codes of the US and Canada are. */
export interface Places {
  readonly areaCodes: ReadonlyMap<string, AreaCode>;
  /** Largest first within each region. */
  readonly cities: readonly City[];
  /** By {@link bareName}, largest first. */
  readonly citiesByName: ReadonlyMap<string, readonly City[]>;
  /** The city of a five-digit ZIP code or of the first three characters of a Canadian postal code. */
  cityOfPostalCode(postalCode: string): City | undefined;
}

/** A place found. */
export interface Place extends Point {
  /** For people: `Oakland, CA`. */
  readonly label: string;
  readonly locality: string;
  /** Two letters. */
  readonly region: string;
  readonly country: 'US' | 'CA';
  /** Area codes that serve it, the most usual first. */
  readonly areaCodes: readonly string[];
}
