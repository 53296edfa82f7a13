/** Read at run time, never while building. */
export const authToken = () => process.env.TWILIO_AUTH_TOKEN ?? '';

/** Where Twilio calls; it is part of the signature. */
export const publicUrl = () => process.env.VOICE_WEBHOOK_URL ?? 'http://localhost:3000/twilio/voice';

/** Where the agent's own process listens; see `agent.ts`. */
export const agentUrl = () => process.env.AGENT_URL ?? 'ws://localhost:3001/agent';
