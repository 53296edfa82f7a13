/** Read at run time, never while building. */
export const authToken = () => process.env.TWILIO_AUTH_TOKEN ?? '';

/** Where Twilio calls; it is part of the signature. */
export const publicUrl = () => process.env.VOICE_WEBHOOK_URL ?? 'http://localhost:3000/twilio/voice';

/** Where the agent's own process listens; see `agent.ts`. */
export const agentUrl = () => process.env.AGENT_URL ?? 'ws://localhost:3001/agent';

/** The area code of the number that test calls to forwarded lines come from; at real Twilio only if you say so. */
export const testCallsFrom = () =>
  process.env.TEST_CALLS_AREA_CODE ?? (process.env.TWILIO_SIMULATOR_URL ? '307' : '');
