import { describe, expect, it } from 'vitest';
import { readReleaseAnswer } from './release-number.ts';
import type { TwilioResponse } from './transport.ts';

function answer(status: number, body?: unknown): TwilioResponse {
  return { status, body, requestId: 'RQ1', retryAfter: null };
}

describe('what an answer says of a release', () => {
  it.each<[string, TwilioResponse, string]>([
    ['204', answer(204), 'released'],
    ['404 with Twilio’s code', answer(404, { code: 20404, message: 'not found' }), 'gone'],
    ['a 404 of a gateway', answer(404, { message: 'no route' }), 'unknown'],
    ['a 404 in HTML', answer(404), 'unknown'],
    ['a refusal', answer(400, { code: 20009, message: 'no' }), 'refused'],
    ['wrong credentials', answer(401, { code: 20003 }), 'refused'],
    ['too many requests', answer(429, { code: 20429 }), 'unknown'],
    ['a timeout on the way', answer(408, { code: 1 }), 'unknown'],
    ['a redirect', answer(302), 'unknown'],
    ['a 500 with a code', answer(500, { code: 20500 }), 'unknown'],
    ['an empty 502', answer(502), 'unknown'],
  ])('%s', (_, response, outcome) => {
    expect(readReleaseAnswer(response).outcome).toBe(outcome);
  });
});
