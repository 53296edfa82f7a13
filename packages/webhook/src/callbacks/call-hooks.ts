import type { AgentConfig, VoiceRoute } from '@numberkit/contract';
import { isForwarded, type VoiceCall } from '../request/index.ts';
import { askHook, type HookParts } from './run-hook.ts';

/** A call as hooks see it. Personal data: `from`, `to` and `forwardedFrom`. */
export interface IncomingCall {
  /** `CA…` */
  readonly callSid: string;
  /** `AC…` */
  readonly accountSid: string;
  /** E.164, `client:…`, `sip:…`, or `anonymous`. */
  readonly from: string;
  /** The called number, E.164. */
  readonly to: string;
  /** Did another line forward the call to the called number? `false` also when the carrier does not say. */
  readonly forwarded: boolean;
  /** What the carrier says about that line; a hint at most. */
  readonly forwardedFrom: string | null;
  /** STIR/SHAKEN verdict, such as `TN-Validation-Passed-A`. */
  readonly stirVerstat: string | null;
}

/** Chooses the agent of one call; undefined leaves it to the route. */
export type ResolveAgent = (
  route: VoiceRoute,
  call: IncomingCall,
) => AgentConfig | undefined | Promise<AgentConfig | undefined>;

/** What becomes of a caller: `reject` plays "not in service", `busy` a busy tone; neither is billed. */
export type ScreenVerdict = 'answer' | 'reject' | 'busy';

/** Decides whether a call is answered. */
export type ScreenCall = (route: VoiceRoute, call: IncomingCall) => ScreenVerdict | Promise<ScreenVerdict>;

/** The host's say in a call, as the flow asks for it. Neither ever rejects. */
export interface CallHooks {
  readonly resolveAgent:
    | ((route: VoiceRoute, call: VoiceCall) => Promise<AgentConfig | undefined>)
    | undefined;
  readonly screenCall: ((route: VoiceRoute, call: VoiceCall) => Promise<ScreenVerdict>) | undefined;
}

/** Puts deadlines around the hooks; a caller is let in when nobody says otherwise in time. */
export function createCallHooks(
  hooks: { readonly resolveAgent?: ResolveAgent | undefined; readonly screenCall?: ScreenCall | undefined },
  parts: { readonly resolveAgent: HookParts; readonly screenCall: HookParts },
): CallHooks {
  const { resolveAgent, screenCall } = hooks;
  return {
    resolveAgent:
      resolveAgent &&
      ((route, call) =>
        askHook('resolveAgent', () => resolveAgent(route, toIncoming(call)), parts.resolveAgent)),
    screenCall:
      screenCall &&
      (async (route, call) =>
        (await askHook('screenCall', () => screenCall(route, toIncoming(call)), parts.screenCall)) ??
        'answer'),
  };
}

function toIncoming(call: VoiceCall): IncomingCall {
  return {
    callSid: call.callSid,
    accountSid: call.accountSid,
    from: call.from,
    to: call.to,
    forwarded: isForwarded(call),
    forwardedFrom: call.forwardedFrom ?? null,
    stirVerstat: call.stirVerstat ?? null,
  };
}
