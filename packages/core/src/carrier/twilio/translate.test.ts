import { describe, expect, it } from 'vitest';
import { carrierErrors } from '../errors.ts';
import { twilioErrors } from './errors/index.ts';
import { describeAnswer, errorOf, lookUpError, maskNumbers, refusalOf } from './translate.ts';
import type { TwilioResponse } from './transport.ts';

function answer(status: number, body: unknown): TwilioResponse {
  return { status, body, requestId: 'RQ1', retryAfter: null };
}

const rest = twilioErrors.filter((row) => row.status !== null);

describe('the table of Twilio errors', () => {
  it.each(rest.map((row) => [row.code, row] as const))('translates %i both ways', (code, row) => {
    const response = answer(row.status ?? 0, { code, message: 'says Twilio', status: row.status });
    const bought = refusalOf(response);
    expect(bought).toMatchObject(
      row.purchase === 'unknown'
        ? { outcome: 'unknown' }
        : { outcome: 'refused', reason: row.purchase, carrierCode: String(code) },
    );
    const error = errorOf(response);
    expect(error.code).toBe(carrierErrors[row.error ?? 'carrierRejected'].code);
    expect(error.message).toContain(String(code));
    expect(error.message).toContain(row.meaning);
    expect(error.message).toContain('RQ1');
  });

  it('has each code once, sorted, with a meaning and a remedy', () => {
    const codes = twilioErrors.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    for (const row of twilioErrors) {
      expect(row.meaning, `${row.code}`).toMatch(/\.$/);
      expect(row.remedy, `${row.code}`).toMatch(/\.$/);
    }
  });

  it('knows every code that a purchase is documented to answer', () => {
    const documented = [
      20001, 20003, 20005, 20008, 20404, 20429, 20500, 20503, 10001, 10002, 21401, 21402, 21404, 21405, 21421,
      21422, 21451, 21452, 21613, 21615, 21628, 21629, 21631, 21649, 21650, 21651, 80601,
    ];
    for (const code of documented) expect(lookUpError(code)?.purchase, `${code}`).toBeTruthy();
  });

  it('finds codes inside a range', () => {
    expect(lookUpError(31920)?.meaning).toContain('media stream');
    expect(lookUpError(31962)).toBeUndefined();
  });
});

describe('refusalOf', () => {
  it.each([
    ['a 5xx, with or without a code', answer(500, { code: 20500 })],
    ['a 502 of a gateway', answer(502, undefined)],
    ['a 400 without a code', answer(400, undefined)],
    ['a 408', answer(408, { code: 20408 })],
    ['a redirect', answer(302, undefined)],
    ['a 429 that is not Twilio’s', answer(429, undefined)],
  ])('calls %s unknown', (_, response) => {
    expect(refusalOf(response).outcome).toBe('unknown');
  });

  it('takes a 4xx with a code that nobody listed for a refusal', () => {
    expect(refusalOf(answer(400, { code: 29999, message: 'new' }))).toMatchObject({ reason: 'invalid' });
    expect(refusalOf(answer(403, { code: 29999, message: 'new' }))).toMatchObject({ reason: 'account' });
  });

  it('reads the code of an RFC 9457 body', () => {
    const body = { type: 'x', title: 'Not available', status: 400, code: 21422, detail: 'gone' };
    expect(refusalOf(answer(400, body))).toMatchObject({ reason: 'unavailable', carrierCode: '21422' });
  });
});

describe('errorOf', () => {
  it.each([
    [401, 'carrier-credentials'],
    [403, 'carrier-account'],
    [404, 'carrier-rejected'],
    [408, 'carrier-unavailable'],
    [429, 'carrier-busy'],
    [502, 'carrier-unavailable'],
  ])('goes by the status %i when there is no code', (status, code) => {
    expect(errorOf(answer(status, undefined)).code).toBe(code);
  });
});

describe('what people read', () => {
  it('never repeats a phone number of Twilio’s message', () => {
    const text = describeAnswer(answer(400, { code: 29999, message: '+15005550000 is odd' }));
    expect(text).not.toContain('5005550000');
    expect(maskNumbers('call +1 (415) 555-0142 now')).toBe('call …42 now');
  });
});
