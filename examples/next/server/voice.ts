import { createVoiceWebhook, type VoiceWebhook } from '@numberkit/webhook';
import { getNumberkit } from './numberkit.ts';
import { authToken, publicUrl } from './settings.ts';

// As in numberkit.ts: this one property is ours.
const kept = globalThis as typeof globalThis & { voice?: VoiceWebhook };

/** One webhook per process, because it remembers routes for when the database does not answer. */
export function getVoice(): VoiceWebhook {
  const { routing, calls } = getNumberkit();
  kept.voice ??= createVoiceWebhook({
    routes: routing,
    authTokens: authToken(),
    publicUrl: publicUrl(),
    fallback: { kind: 'say', text: 'We cannot take your call right now. Please try again in a minute.' },
    onCallStatus: calls.record,
  });
  return kept.voice;
}
