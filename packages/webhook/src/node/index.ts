export { createNodeVoiceWebhook, type NodeVoiceWebhook } from './create-node-voice-webhook.ts';
export type { NodeRequest, NodeResponse } from './node-messages.ts';
