export {
  BUSY_DAYS,
  DAY,
  HOUR,
  isDue,
  later,
  type NextCheck,
  nextCheck,
  SILENT_DAYS,
} from './next-check.ts';
