import type { VoiceRoute } from '@numberkit/contract';

/** Stands where a tenant's id stands: nobody owns a resting number. */
const NOBODY = 'numberkit:resting';

/**
 * Said to who calls a number in quarantine. Its callers still mean the last owner; a bare rejection would sound as if
 * they had dialled wrongly, and they would go on trying.
 */
const TEXT =
  'The number you have called is no longer in use. Please look up the current number of the business. Goodbye.';

/** What answers a resting number. */
export function restingRoute(phoneNumber: string, numberId: string): VoiceRoute {
  return { tenantId: NOBODY, numberId, phoneNumber, agent: { kind: 'say', text: TEXT, language: 'en-US' } };
}
