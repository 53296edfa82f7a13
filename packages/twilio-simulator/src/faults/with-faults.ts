import type { SimulatorClock } from '../world/index.ts';
import { ConnectionReset } from './connection-reset.ts';
import type { FaultPlan, FaultSubject } from './fault-plan.ts';
import type { FaultEffect } from './fault-rule.ts';

/** A Twilio-shaped error body: the caller of this room knows the shape. */
export type ErrorBody = (status: number, code: number, message: string) => unknown;

const REASONS: Record<number, readonly [code: number, message: string]> = {
  429: [20429, 'Too Many Requests'],
  500: [20500, 'An internal server error has occurred'],
  502: [20502, 'Bad gateway'],
  503: [20503, 'Service is unavailable, please try again'],
};

function failure(effect: Extract<FaultEffect, { kind: 'status' }>, errorBody: ErrorBody): Response {
  const { status } = effect;
  const [code, message] = REASONS[status] ?? [20500, 'An internal server error has occurred'];
  if (effect.body === 'empty') return new Response(null, { status });
  if (effect.body === 'html') {
    const page = `<html><head><title>${status}</title></head><body><h1>${status} ${message}</h1></body></html>`;
    return new Response(page, { status, headers: { 'Content-Type': 'text/html' } });
  }
  const body = JSON.stringify(errorBody(status, code, message));
  return new Response(body, { status, headers: { 'Content-Type': 'application/json' } });
}

/** Runs a request past the fault plan: effects before it, the request itself, effects after it. */
export async function withFaults(
  plan: FaultPlan,
  clock: SimulatorClock,
  errorBody: ErrorBody,
  subject: FaultSubject,
  run: () => Promise<Response>,
): Promise<Response> {
  const due = plan.strike(subject);
  const suffer = async (effects: readonly FaultEffect[]): Promise<Response | undefined> => {
    for (const effect of effects) {
      if (effect.kind === 'reset') throw new ConnectionReset();
      if (effect.kind === 'status') return failure(effect, errorBody);
      await clock.sleep(effect.ms);
    }
    return undefined;
  };
  const refused = await suffer(due.before);
  if (refused !== undefined) return refused;
  const response = await run();
  return (await suffer(due.after)) ?? response;
}
