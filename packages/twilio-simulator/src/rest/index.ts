export { createRest, REST_ROUTES, type Rest, type RestOptions } from './rest.ts';
export type { Route } from './route.ts';
export { errorBody } from './twilio-error.ts';
