import type { Callback } from '../twiml/index.ts';
import { tellHost } from './ask-host.ts';
import { untilCut } from './call-cut.ts';
import type { CallLeg } from './call-leg.ts';
import type { Exchange } from './exchange.ts';
import { passTime } from './pass-time.ts';
import type { TwimlSource } from './twiml-source.ts';

/** What a verb leads to: another document, the end of the call, or (undefined) the next verb. */
export type Next = TwimlSource | 'end' | undefined;

/** One document being executed on one leg. */
export interface Walk {
  readonly leg: CallLeg;
  readonly exchange: Exchange;
  /** Aborted when the call ends or is redirected. */
  readonly signal: AbortSignal;
  /** Where the document came from; undefined for TwiML given with the call. */
  readonly url: string | undefined;
}

/** Waits on the simulator's clock; rejects with CallCut when the document is left. */
export function pause(walk: Walk, ms: number): Promise<void> {
  return untilCut(walk.signal, passTime(walk.exchange.world.clock, ms, walk.signal));
}

/** A callback's address made absolute, its bytes untouched when it already is. */
export function resolveCallback(walk: Walk, callback: Callback): Callback {
  if (/^[a-z][a-z0-9+.-]*:/i.test(callback.url) || walk.url === undefined) return callback;
  return { ...callback, url: new URL(callback.url, walk.url).href };
}

/** The document that a verb's action answers with. */
export function actionSource(walk: Walk, action: Callback, params: Record<string, string>): TwimlSource {
  return { kind: 'fetch', purpose: 'action', callback: resolveCallback(walk, action), params };
}

/**
 * What follows a verb that reports to an action. When the caller has gone the action is still told, as at
 * Twilio, and its answer is not executed.
 */
export async function afterVerb(
  walk: Walk,
  action: Callback | undefined,
  params: Record<string, string>,
  otherwise: Next,
): Promise<Next> {
  if (!action) return otherwise;
  if (!walk.leg.over.aborted) return actionSource(walk, action, params);
  if (walk.leg.isDropped) return 'end';
  await tellHost(walk.exchange, walk.leg, {
    purpose: 'action',
    callback: resolveCallback(walk, action),
    params,
  });
  return 'end';
}
