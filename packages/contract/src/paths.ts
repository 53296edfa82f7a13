/**
 * The base path the HTTP API is mounted under unless the host chooses another.
 *
 * @public
 */
export const DEFAULT_BASE_PATH = '/api/twilio';

/**
 * Every route of the HTTP API, relative to its base path.
 *
 * @public
 */
export const paths = {
  searchNumbers: '/search-numbers',
  purchaseNumber: '/purchase-number',
  /** Takes a number from the pool. */
  claimNumber: '/claim-number',
  numberStatus: '/number-status',
  setupState: '/setup-state',
  checkLine: '/check-line',
  setupForwarding: '/setup-forwarding',
  forwardingStatus: '/forwarding-status',
  /** POST starts a test call, GET tells how it goes. */
  verifyForwarding: '/verify-forwarding',
  /** The same as server-sent events. */
  verifyForwardingEvents: '/verify-forwarding-events',
  cancelForwarding: '/cancel-forwarding',
  /** For operators. */
  forwardingStats: '/admin/forwarding-stats',
  /** For operators. */
  prebuyNumbers: '/admin/prebuy-numbers',
  /** For operators. */
  pool: '/admin/pool',
  /** For operators. */
  releaseNumber: '/admin/release-number',
  /** For operators. */
  transferNumber: '/admin/transfer-number',
  /** For operators, and for the host's cron. */
  runSweep: '/admin/run-sweep',
  openapi: '/openapi.json',
  /** Followed by `/` and an error code: what the code means. The `type` of a problem points here. */
  errors: '/errors',
} as const;

/**
 * The header that makes a purchase safe to send again: same key and same body, same answer.
 *
 * @public
 */
export const IDEMPOTENCY_KEY_HEADER = 'Idempotency-Key';
