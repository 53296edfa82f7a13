export type { RouteStore } from './route-store.ts';
