export { boughtNothing, wasRefused } from './bought-nothing.ts';
export type { SetupEffect, SetupNews, TimerName } from './effect.ts';
export { type Failure, toFailure } from './failure.ts';
export type { SetupInput } from './input.ts';
export {
  type Intent,
  initialModel,
  type Live,
  type NumberSearch,
  type Order,
  type Patience,
  type SearchNotice,
  type SetupModel,
  type SetupStep,
} from './model.ts';
export { SHOWN_AT_FIRST, shownNumbers } from './search.ts';
export { type Exclusively, type SessionOptions, SetupSession } from './session.ts';
export { type Snapshot, takeSnapshot } from './snapshot.ts';
export { stepBefore } from './steps.ts';
export { createSnapshotStore, type KeyValueStore, type SnapshotStore } from './storage.ts';
export { update } from './update.ts';
