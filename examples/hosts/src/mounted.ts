import type { VoiceWebhook } from '@numberkit/webhook';
import type { NodeVoiceWebhook } from '@numberkit/webhook/node';

/** What a host mounts: the HTTP API and the voice webhook, each in the form it can use. */
export interface Mounted {
  /** `numberkit.handler`: at `/api/twilio` and everything below. */
  readonly api: (request: Request) => Promise<Response>;
  /** `createVoiceWebhook(…)`: at `/twilio/voice` and everything below. */
  readonly voice: VoiceWebhook;
  /** `createNodeVoiceWebhook(…)`, for hosts with Node's own messages. */
  readonly nodeVoice: NodeVoiceWebhook;
}
