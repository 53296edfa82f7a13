import type { AgentConfig, ConversationRelayAgent, RouteSource, VoiceRoute } from '@numberkit/contract';
import { createVoiceWebhook, type VoiceWebhookOptions, type WebhookEvent } from '../src/index.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { CALLED, PUBLIC_URL, TOKEN } from './twilio-request.ts';

/** A webhook with everything around it that a test looks at. */
export interface WebhookUnderTest {
  /** Sends a request; answers status and body. */
  send(request: Request): Promise<{ status: number; body: string; headers: Headers }>;
  readonly events: readonly WebhookEvent[];
  readonly lookups: readonly string[];
  readonly clock: ManualClock;
  /** What the store holds; replace it at will. */
  routes: Map<string, VoiceRoute>;
  /** What the store does instead of answering. */
  storeFault: (() => Promise<never>) | undefined;
}

export const RELAY: ConversationRelayAgent = {
  kind: 'conversation-relay',
  url: 'wss://agent.example.com/relay',
  greeting: 'Hello from Bean Scene.',
};
export const RECOVERY_PHONE = '+15105550199';

/** A route of the called number. */
export function routeTo(agent: AgentConfig, changes: Partial<VoiceRoute> = {}): VoiceRoute {
  return { tenantId: 'bean-scene', numberId: 'num_1', phoneNumber: CALLED, agent, ...changes };
}

export function webhookUnderTest(
  route: VoiceRoute | undefined = routeTo(RELAY),
  options: Partial<VoiceWebhookOptions> = {},
): WebhookUnderTest {
  const events: WebhookEvent[] = [];
  const lookups: string[] = [];
  const clock = createManualClock();
  const store: RouteSource = {
    async lookup(phoneNumber) {
      lookups.push(phoneNumber);
      return under.storeFault === undefined ? under.routes.get(phoneNumber) : under.storeFault();
    },
  };
  const webhook = createVoiceWebhook({
    routes: store,
    authTokens: TOKEN,
    publicUrl: PUBLIC_URL,
    fallback: '<Response><Say>Fallback speaking.</Say></Response>',
    clock,
    onEvent: (event) => {
      events.push(event);
    },
    ...options,
  });
  const under: WebhookUnderTest = {
    async send(request) {
      const response = await webhook(request);
      return { status: response.status, body: await response.text(), headers: response.headers };
    },
    events,
    lookups,
    clock,
    routes: new Map(route === undefined ? [] : [[route.phoneNumber, route]]),
    storeFault: undefined,
  };
  return under;
}

/** A store that must never be asked. */
export const untouchableRoutes: RouteSource = {
  lookup() {
    throw new Error('A request that is not genuine reached the route store.');
  },
};
