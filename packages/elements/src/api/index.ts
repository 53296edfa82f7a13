export { type ApiClient, createApiClient } from './api-client.ts';
export { ApiError, type ApiErrorKind } from './api-error.ts';
export { type Connection, sendRequest } from './send-request.ts';
