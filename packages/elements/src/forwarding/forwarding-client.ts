import {
  type CheckLineResponse,
  type Forwarding,
  type ForwardingTest,
  paths,
  type SetupForwardingRequest,
  type VerifyForwardingResponse,
} from '@numberkit/contract';
import { ApiError, type Connection, sendRequest } from '../api/index.ts';

/** The routes of a numberkit server that forwarding uses. Every method rejects with `ApiError` only. */
export interface ForwardingClient {
  checkLine(existingLine: string, signal: AbortSignal): Promise<CheckLineResponse>;
  /** Same line, same forwarding: sending it again changes nothing. */
  start(request: SetupForwardingRequest, signal: AbortSignal): Promise<Forwarding>;
  cancel(forwardingId: string, signal: AbortSignal): Promise<Forwarding>;
  status(forwardingId: string, signal: AbortSignal): Promise<Forwarding>;
  /** While a test of the line is open, it is the answer. */
  verify(forwardingId: string, purpose: 'on' | 'off', signal: AbortSignal): Promise<VerifyForwardingResponse>;
  testStatus(testId: string, signal: AbortSignal): Promise<VerifyForwardingResponse>;
}

/** Starting may buy a number and wait for it. */
const START_TIMEOUT_MS = 45_000;

/** A client over `fetch`, as the one of the flow around it. */
export function createForwardingClient(connection: Connection): ForwardingClient {
  const post = (path: string, body: unknown, signal: AbortSignal, timeoutMs = 15_000) =>
    sendRequest(connection, { method: 'POST', path, body, repeatable: true, signal, timeoutMs });
  const get = (path: string, name: string, id: string, signal: AbortSignal) =>
    sendRequest(connection, {
      method: 'GET',
      path: `${path}?${name}=${encodeURIComponent(id)}`,
      repeatable: true,
      signal,
    });
  return {
    async checkLine(existingLine, signal) {
      const answer = await post(paths.checkLine, { existingLine }, signal);
      if (isLine(answer.existingLine) && areCarriers(answer.carriers)) {
        // The contract types the rest once these are what they should be.
        return { suggestion: null, ...answer } as unknown as CheckLineResponse;
      }
      throw new ApiError('failed');
    },
    start: async (request, signal) =>
      toForwarding(await post(paths.setupForwarding, request, signal, START_TIMEOUT_MS)),
    cancel: async (forwardingId, signal) =>
      toForwarding(await post(paths.cancelForwarding, { forwardingId }, signal)),
    status: async (id, signal) => toForwarding(await get(paths.forwardingStatus, 'forwardingId', id, signal)),
    verify: async (forwardingId, purpose, signal) =>
      toTest(await post(paths.verifyForwarding, { forwardingId, purpose }, signal)),
    testStatus: async (id, signal) => toTest(await get(paths.verifyForwarding, 'testId', id, signal)),
  };
}

function toForwarding({ forwarding }: Record<string, unknown>): Forwarding {
  if (isForwarding(forwarding)) return forwarding;
  throw new ApiError('failed');
}

/** The news of a test; rejects what is none. */
export function toTest(answer: Record<string, unknown>): VerifyForwardingResponse {
  const { test, forwarding } = answer;
  if (isTest(test) && isForwarding(forwarding)) return { test, forwarding };
  throw new ApiError('failed');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isLine = (value: unknown) =>
  isObject(value) && typeof value.phoneNumber === 'string' && typeof value.display === 'string';

const areCarriers = (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (each) =>
      isObject(each) &&
      typeof each.name === 'string' &&
      Array.isArray(each.lines) &&
      each.lines.every((line) => isObject(line) && Array.isArray(line.conditions)),
  );

/** Without these it can be neither shown nor acted on. */
export function isForwarding(value: unknown): value is Forwarding {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.status === 'string' &&
    isLine(value.existingLine) &&
    isLine(value.number) &&
    isObject(value.carrier) &&
    isPlan(value.plan) &&
    isPlan(value.undo)
  );
}

const isPlan = (value: unknown) => isObject(value) && Array.isArray(value.steps) && value.steps.every(isStep);

const isStep = (value: unknown) =>
  isObject(value) &&
  (value.kind === 'dial' ? typeof value.keys === 'string' : typeof value.kind === 'string');

const isTest = (value: unknown): value is ForwardingTest =>
  isObject(value) &&
  typeof value.id === 'string' &&
  typeof value.stage === 'string' &&
  (value.stage !== 'done' || typeof value.outcome === 'string');
