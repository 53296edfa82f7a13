import { surveyAreaCodes } from './area-codes.ts';
import { locateCities } from './cities.ts';
import { encodePlaces } from './encode.ts';
import { readPostalCodes, readPrefixes } from './sources.ts';

/** The text of the data file, from its sources. */
export function makePlaces(): string {
  const survey = surveyAreaCodes(readPrefixes());
  const { us, ca } = readPostalCodes();
  const cities = locateCities(survey, us, ca);
  return `${JSON.stringify(encodePlaces(survey, cities, us, ca))}\n`;
}
