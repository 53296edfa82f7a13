export { createFindRoute, type FindRoute, type FoundRoute } from './find-route.ts';
export type { LastKnownOptions } from './last-known-routes.ts';
