export { makePlaces } from './make-places.ts';
