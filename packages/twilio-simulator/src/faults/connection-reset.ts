/**
 * The connection broke before the answer came, as `fetch` reports it: a TypeError whose cause has the code
 * `ECONNRESET`. A server mount destroys the socket instead of answering.
 */
export class ConnectionReset extends TypeError {
  readonly code = 'ECONNRESET';

  constructor() {
    super('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });
    this.name = 'ConnectionReset';
  }
}

/** True for a reset that the simulator was told to cause. */
export const isConnectionReset = (value: unknown): value is ConnectionReset =>
  value instanceof Error && value.name === 'ConnectionReset';
