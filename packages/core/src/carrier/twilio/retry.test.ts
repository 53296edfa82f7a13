import { describe, expect, it } from 'vitest';
import { delayBeforeRetry, withRetries } from './retry.ts';
import { type Transport, TransportFailure, type TwilioRequest, type TwilioResponse } from './transport.ts';

const read: TwilioRequest = { method: 'get', product: 'api', path: '/x', repeatable: true };
const purchase: TwilioRequest = { ...read, method: 'post', repeatable: false };

function response(status: number, body: unknown = {}, retryAfter: string | null = null): TwilioResponse {
  return { status, body, requestId: null, retryAfter };
}

/** A clock on which nobody waits, and a transport that gives these answers in turn. */
function scripted(...answers: (TwilioResponse | TransportFailure)[]) {
  const slept: number[] = [];
  let sent = 0;
  const clock = {
    now: () => new Date('2026-11-22T12:00:00Z'),
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds);
    },
  };
  const send: Transport = async () => {
    const answer = answers[Math.min(sent, answers.length - 1)];
    sent += 1;
    if (answer instanceof TransportFailure) throw answer;
    if (!answer) throw new Error('no answer scripted');
    return answer;
  };
  const options = { clock, random: () => 0.5 };
  return { send: withRetries(send, options), slept, sent: () => sent, options };
}

const busy = response(429, { code: 20429 });
const reset = new TransportFailure('network', 'reset');

describe('withRetries', () => {
  it('sends a read again after a lost connection and after a 5xx', async () => {
    const line = scripted(reset, response(503), response(200));
    expect((await line.send(read)).status).toBe(200);
    expect(line.sent()).toBe(3);
  });

  it('gives up after four attempts with the last answer', async () => {
    const line = scripted(response(503));
    expect((await line.send(read)).status).toBe(503);
    expect(line.sent()).toBe(4);
    expect(line.slept).toEqual([250, 500, 1000]);
  });

  it('throws the failure when there never was an answer', async () => {
    const line = scripted(reset);
    await expect(line.send(read)).rejects.toBe(reset);
    expect(line.sent()).toBe(4);
  });

  it.each([
    ['a lost connection', reset],
    ['a timeout', new TransportFailure('timeout', 'late')],
    ['a 500', response(500)],
    ['a 503', response(503, { code: 20503 })],
    ['a 429 that is not Twilio’s', response(429, undefined)],
  ])('never sends a purchase again after %s', async (_, answer) => {
    const line = scripted(answer, response(201));
    await line.send(purchase).catch(() => undefined);
    expect(line.sent()).toBe(1);
  });

  it('sends a purchase again that Twilio says it did not process', async () => {
    const line = scripted(busy, busy, response(201));
    expect((await line.send(purchase)).status).toBe(201);
    expect(line.sent()).toBe(3);
  });

  it('ends well before the lease of an operation does, however slowly Twilio says that it is busy', async () => {
    let passed = 0;
    const clock = {
      now: () => new Date(passed),
      sleep: async (milliseconds: number) => {
        passed += milliseconds;
      },
    };
    const slow: Transport = async () => {
      passed += 30_000;
      return response(429, { code: 20429 }, '8');
    };
    expect((await withRetries(slow, { clock, random: () => 1 })(purchase)).status).toBe(429);
    expect(passed).toBeLessThan(80_000);
  });

  it('does not send again what was refused', async () => {
    const line = scripted(response(400, { code: 21422 }));
    await line.send(read);
    expect(line.sent()).toBe(1);
  });
});

describe('delayBeforeRetry', () => {
  const { options } = scripted();

  it('honours Retry-After in seconds and as a date', () => {
    expect(delayBeforeRetry(read, response(429, {}, '2'), 1, options)).toBe(2000);
    expect(delayBeforeRetry(read, response(429, {}, 'Sun, 22 Nov 2026 12:00:03 GMT'), 1, options)).toBe(3000);
  });

  it('hands a long pause back to the caller', () => {
    expect(delayBeforeRetry(read, response(429, {}, '60'), 1, options)).toBeUndefined();
  });

  it('ignores a Retry-After that makes no sense', () => {
    expect(delayBeforeRetry(read, response(429, {}, 'soon'), 1, options)).toBe(250);
  });
});
