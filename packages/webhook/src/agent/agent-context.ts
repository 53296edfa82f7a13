/** What every agent learns about the call it gets. */
export interface AboutCall {
  /** E.164. */
  readonly calledNumber: string;
  /** E.164, `client:…`, `sip:…`, or `anonymous`. */
  readonly caller: string;
  /** Did another line forward the call to the called number? `false` also when the carrier does not say. */
  readonly forwarded: 'true' | 'false';
  /** STIR/SHAKEN verdict, such as `TN-Validation-Passed-A`; absent when Twilio sent none. */
  readonly stirVerstat?: string;
}

/** What an agent learns about whom it answers for. */
export interface AgentContext {
  /** Absent when the fallback agent answers for an unknown route. */
  readonly owner?: { readonly tenantId: string; readonly numberId: string };
  /** What is known about the call; absent for a document that is written before any call. */
  readonly about?: AboutCall;
  /** Where Twilio reports that the agent is done. */
  readonly actionUrl: string;
  /** E.164 to show to a dialled phone; absent: the caller's own number. */
  readonly callerId?: string | undefined;
}

/** The parameters every agent gets; those of the host cannot replace what we know of the call. */
export function agentParameters(
  own: Readonly<Record<string, string>> | undefined,
  { owner, about }: AgentContext,
): readonly (readonly [string, string])[] {
  return Object.entries({ ...own, ...owner, ...about });
}

/** The parameters that are known of the call and of whom it is for. */
export function knownParameters({ owner, about }: AgentContext): Readonly<Record<string, string>> {
  return { ...owner, ...about };
}

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
