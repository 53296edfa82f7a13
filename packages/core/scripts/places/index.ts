export { surveyAreaCodes } from './area-codes.ts';
export { locateCities } from './cities.ts';
export { encodePlaces } from './encode.ts';
export { readPostalCodes, readPrefixes } from './sources.ts';
