import type { ConversationRelayAgent, VoiceRoute } from '@numberkit/contract';

/** The job all contenders do: verify, look the number up, answer ConversationRelay TwiML with its parameters. */
export const TOKEN = '0123456789abcdef0123456789abcdef';
export const PUBLIC_URL = 'https://app.example.com/twilio/voice';
export const PATH = '/twilio/voice';
export const ACTION_URL = `${PUBLIC_URL}/action`;
export const GREETING_OF_FALLBACK = 'Please call again in a few minutes.';
/** A fixed key, so that a database file can be used again. It protects nothing but random names. */
export const KEYS = 'k1:AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=';
export const CALLER = '+14155550100';

/** Numbers far apart, so that neighbours in the table are not neighbours in time. */
export function phoneNumberOf(index: number): string {
  return `+1${2_000_000_000 + ((index * 7_919) % 7_999_999_993)}`;
}

/** What belongs to the number of this index, one tenant each. */
export function routeOf(index: number): VoiceRoute {
  const agent: ConversationRelayAgent = {
    kind: 'conversation-relay',
    url: 'wss://agent.example.com/relay',
    greeting: `Hello, this is "Salon & Spa ${index}". How can I help?`,
    language: 'en-US',
    ttsProvider: 'ElevenLabs',
    voice: 'UgBBYS2sOqTuMpoF3BR0',
    transcriptionProvider: 'Deepgram',
    interruptible: 'any',
    parameters: { plan: index % 3 === 0 ? 'pro' : 'starter', timezone: 'America/Los_Angeles' },
  };
  return {
    tenantId: `tenant-${index}`,
    numberId: `num_${String(index).padStart(12, '0')}`,
    phoneNumber: phoneNumberOf(index),
    agent,
    recoveryPhone: `+1415${String(2_000_000 + index).padStart(7, '0')}`,
  };
}

/** The parameters of Twilio's first request about an inbound call, as it really sends them. */
export function callParameters(to: string, callNumber: number): Record<string, string> {
  const place = { City: 'SAN FRANCISCO', State: 'CA', Zip: '94105', Country: 'US' };
  const twins = ['From', 'To', 'Caller', 'Called'].flatMap((who) =>
    Object.entries(place).map(([what, value]) => [who + what, value]),
  );
  return {
    AccountSid: 'AC00000000000000000000000000000001',
    ApiVersion: '2010-04-01',
    CallSid: `CA${String(callNumber).padStart(32, '0')}`,
    CallStatus: 'ringing',
    Called: to,
    Caller: CALLER,
    Direction: 'inbound',
    From: CALLER,
    To: to,
    StirVerstat: 'TN-Validation-Passed-A',
    ...Object.fromEntries(twins),
  };
}
