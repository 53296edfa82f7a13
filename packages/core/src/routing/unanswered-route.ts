import type { VoiceRoute } from '@numberkit/contract';

/** Said while a line is being set up to forward to a number whose tenant has no agent yet. */
const TEXT = 'This number is being set up, and nobody answers it yet. Please call again later. Goodbye.';

/** What answers an attended number whose tenant has no agent: without a route, no test call would be seen. */
export function unansweredRoute(
  phoneNumber: string,
  { id: numberId, tenantId }: { readonly id: string; readonly tenantId: string | null },
): VoiceRoute {
  return {
    tenantId: tenantId ?? 'numberkit:setting-up',
    numberId,
    phoneNumber,
    agent: { kind: 'say', text: TEXT, language: 'en-US' },
    attended: true,
  };
}
