export { type RepointProgress, type RepointRequest, repointEstate } from './repoint-estate.ts';
