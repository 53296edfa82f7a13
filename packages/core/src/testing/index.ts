export {
  type ConformanceCase,
  type ConformanceDatabase,
  type ConformanceSubject,
  storageConformance,
} from './conformance/index.ts';
export { countingIds } from './counting-ids.ts';
export { type FixedClock, fixedClock } from './fixed-clock.ts';
