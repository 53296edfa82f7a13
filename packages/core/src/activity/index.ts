export type { Actor, TrailEntry, TrailEvent, TrailQuery, TrailStore } from './trail-store.ts';
