export { createRouting, type RoutingDeps } from './create-routing.ts';
export type { RouteStore } from './route-store.ts';
