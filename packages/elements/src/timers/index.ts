export { pageTimers, type Timers } from './timers.ts';
