// Makes src/numbers/places/data/places.json from its sources: `node scripts/build-places.ts` in packages/core.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  encodePlaces,
  locateCities,
  readPostalCodes,
  readPrefixes,
  surveyAreaCodes,
} from './places/index.ts';

const folder = join(import.meta.dirname, '..', 'src', 'numbers', 'places', 'data');
const survey = surveyAreaCodes(readPrefixes());
const { us, ca } = readPostalCodes();
const cities = locateCities(survey, us, ca);
const text = `${JSON.stringify(encodePlaces(survey, cities, us, ca), null, 0)}\n`;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'places.json'), text);
console.log(
  `${survey.regions.size} area codes, ${cities.length} cities, ${us.length + ca.length} postal codes, ${text.length} characters`,
);
