/** What an agent learns about whom it answers for. */
export interface AgentContext {
  /** Absent when the fallback agent answers for an unknown route. */
  readonly owner?: { readonly tenantId: string; readonly numberId: string };
  /** Where Twilio reports that the agent is done. */
  readonly actionUrl: string;
  /** E.164 to show to a dialled phone; absent: the caller's own number. */
  readonly callerId?: string | undefined;
}

/** The parameters every agent gets; those of the host cannot replace tenant and number. */
export function agentParameters(
  own: Readonly<Record<string, string>> | undefined,
  context: AgentContext,
): readonly (readonly [string, string])[] {
  const parameters = { ...own, ...context.owner };
  return Object.entries(parameters);
}

// Twilio demands wss. A plain ws address of this very machine can only be meant for a simulator of Twilio's.
const URL_SHAPES = {
  wss: /^(wss:\/\/[^\s/]+|ws:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/i,
  http: /^https?:\/\/[^\s/]+/i,
} as const;

/** Returns the agent's URL when it has the scheme; throws `TypeError` otherwise. */
export function requireUrl(url: string, scheme: 'wss' | 'http'): string {
  if (!URL_SHAPES[scheme].test(url)) {
    throw new TypeError(`agent.url: not a ${scheme}:// address. Give a full one.`);
  }
  return url;
}
