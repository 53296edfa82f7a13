/** A city to ship. */
export interface City {
  readonly name: string;
  readonly region: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Older area codes, the one with most of the city first. */
  readonly areaCodes: readonly string[];
  /** Number of prefixes: stands in for the population. */
  readonly weight: number;
}
