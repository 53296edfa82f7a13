// Makes src/numbers/places/data/places.json from its sources: `node scripts/build-places.ts` in packages/core.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePlaces } from './places/index.ts';

const file = join(import.meta.dirname, '..', 'src', 'numbers', 'places', 'data', 'places.json');
const text = makePlaces();
writeFileSync(file, text);
console.log(`wrote ${file}, ${text.length} characters`);
