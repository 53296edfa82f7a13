/** The base path the HTTP API is mounted under unless the host chooses another. */
export const DEFAULT_BASE_PATH = '/api/twilio';

/** Every route of the HTTP API, relative to its base path. */
export const paths = {
  searchNumbers: '/search-numbers',
  purchaseNumber: '/purchase-number',
  numberStatus: '/number-status',
  setupState: '/setup-state',
  openapi: '/openapi.json',
} as const;

/** The header that makes a purchase safe to send again: same key and same body, same answer. */
export const IDEMPOTENCY_KEY_HEADER = 'Idempotency-Key';
