import { isE164 } from '../request/index.ts';

/** What an agent may ask for when it ends a session: `{"transfer":"+14155550142"}` in its hand-off data. */
export interface Handoff {
  /** Phone to connect the caller to, E.164. */
  readonly transfer: string;
}

/**
 * Reads the hand-off data of a ConversationRelay session (the `handoffData` of its `end` message).
 * Undefined when there is none, or none that this webhook acts upon.
 */
export function parseHandoff(text: string | undefined): Handoff | undefined {
  if (text === undefined) {
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('transfer' in value)) {
    return undefined;
  }
  const { transfer } = value;
  return typeof transfer === 'string' && isE164(transfer) ? { transfer } : undefined;
}
