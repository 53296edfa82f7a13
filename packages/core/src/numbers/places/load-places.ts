import { decodePlaces } from './decode-places.ts';
import type { Places } from './places.ts';

let loaded: Promise<Places> | undefined;

/** The built-in geography: 200 kB, read and unpacked once, at first use. */
export function loadPlaces(): Promise<Places> {
  loaded ??= import('./data/places.json', { with: { type: 'json' } }).then(({ default: data }) =>
    decodePlaces(data),
  );
  return loaded;
}
