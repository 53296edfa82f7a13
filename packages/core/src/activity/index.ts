export { consoleLog, describeError, type Log, type LogEntry } from './log.ts';
export { createRecorder, type RecordTrail, type TrailLine } from './record.ts';
export type { Actor, TrailEntry, TrailEvent, TrailQuery, TrailStore } from './trail-store.ts';
