import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makePlaces } from '../../scripts/places/index.ts';

const file = join(import.meta.dirname, '..', '..', 'src', 'numbers', 'places', 'data', 'places.json');
const text = readFileSync(file, 'utf8');

it('places.json is what `node scripts/build-places.ts` makes', () => {
  expect(makePlaces() === text).toBe(true);
});

it('places.json stays under 250 kB', () => {
  expect(Buffer.byteLength(text)).toBeLessThan(250_000);
});
