export type { RefusedRequest } from './answer-error.ts';
export type { NumberkitApi, PurchaseInput } from './api.ts';
export { createHttpHandler } from './create-http-handler.ts';
export { type ErrorGroup, errorCatalogue } from './error-catalogue.ts';
export { httpErrors } from './errors.ts';
export type { HttpHandler, HttpHandlerOptions } from './options.ts';
