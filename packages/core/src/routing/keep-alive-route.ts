import type { VoiceRoute } from '@numberkit/contract';

/** Stands where a tenant's id stands: no tenant answers a keep-alive call. */
const NOBODY = 'numberkit:keep-alive';

/**
 * Spoken at the usual pace this takes well over the 12 seconds for which a call must last to keep a number alive; the
 * calling end hangs up after 15. There is no agent that only waits, and a leading pause would leave the call ringing.
 */
const TEXT = [
  'This is a short automatic call between two telephone lines of the same owner.',
  'It keeps a line in service that is waiting for its next user, and it ends by itself within a few seconds.',
  'Nobody is listening, nothing is recorded, and there is nothing that you need to do.',
  'If you have reached this line by mistake, please check the number and call again later. Thank you, and goodbye.',
].join(' ');

/** What answers a pooled number while it expects a keep-alive call. */
export function keepAliveRoute(phoneNumber: string, numberId: string): VoiceRoute {
  return { tenantId: NOBODY, numberId, phoneNumber, agent: { kind: 'say', text: TEXT, language: 'en-US' } };
}
