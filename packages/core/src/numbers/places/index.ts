export { milesBetween, type Point } from './distance.ts';
export { loadPlaces } from './load-places.ts';
export type { AreaCode, City, Place, Places } from './places.ts';
export { type PlaceFields, readPlaceText } from './read-place-text.ts';
export { type RecommendOptions, recommendAreaCodes } from './recommend-area-codes.ts';
export { countryOfRegion, readRegion } from './regions.ts';
export { readPostalCode, resolvePlace } from './resolve-place.ts';
