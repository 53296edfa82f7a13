import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLine, type LineCheck, lineRefused } from './index.ts';

const DEFAULTS = { countries: ['US', 'CA'] };
const WIDE = { countries: ['US', 'CA', 'GB', 'AU', 'JM', 'DO'] };

const told = (check: LineCheck) =>
  check.ok ? check.line.phoneNumber : `${check.refusal.error.code}: ${check.refusal.field.reason}`;

describe('an ordinary line', () => {
  it.each([
    ['(510) 555-0142', 'US', '+15105550142', 'US', '(510) 555-0142', null],
    ['510.555.0142', 'US', '+15105550142', 'US', '(510) 555-0142', null],
    ['1 510 555 0142', 'US', '+15105550142', 'US', '(510) 555-0142', null],
    [' +1 (510) 555‑0142 ', 'GB', '+15105550142', 'US', '(510) 555-0142', null],
    ['416-555-0142', 'US', '+14165550142', 'CA', '(416) 555-0142', null],
    ['020 7946 0958', 'GB', '+442079460958', 'GB', '+44 20 7946 0958', 'landline'],
    ['07400 123456', 'GB', '+447400123456', 'GB', '+44 7400 123456', 'mobile'],
    ['02 9123 4567', 'AU', '+61291234567', 'AU', '+61 2 9123 4567', 'landline'],
    ['0412 345 678', 'AU', '+61412345678', 'AU', '+61 412 345 678', 'mobile'],
  ])('%j written in %s is %s', async (text, home, phoneNumber, country, display, kind) => {
    const check = await checkLine(text, home, WIDE);
    expect(check).toEqual({ ok: true, line: { phoneNumber, country, display, kind } });
  });

  it('is read with its country code where the country of the tenant is unknown', async () => {
    expect(told(await checkLine('+15105550142', '', WIDE))).toBe('+15105550142');
    expect(told(await checkLine('5105550142', 'XX', WIDE))).toMatch(/^invalid-line/);
  });
});

describe('a text that is no number', () => {
  it.each([
    '',
    'hello',
    'call me at 510 555 0142',
    '*72',
    '**21*5105550142#',
    '510 555',
    '911',
    '411',
    '611',
    '555-0142',
    '12345',
    '+1 510 555 01420',
    '+1 510 055 0142',
    '0'.repeat(61),
    '5105550142;ext=1',
    '(510) 555-0142 x5',
  ])('%j is refused', async (text) => {
    expect(told(await checkLine(text, 'US', WIDE))).toMatch(/^invalid-line: /);
  });
});

describe('a line that costs', () => {
  it.each([
    ['900', '+19005550142', 'is a premium-rate number'],
    ['976 in an area code', '+15109765555', 'is a premium-rate number'],
    ['UK 09', '+449012345678', 'is a premium-rate number'],
    ['UK 084', '+448451234567', 'is a premium-rate number'],
    ['Australia 1900', '+611900123456', 'is a premium-rate number'],
    ['worldwide premium', '+979123456789', 'is a premium-rate number'],
    ['worldwide shared cost', '+80812345678', 'is a shared-cost number'],
    ['Australia 13', '+61131234', 'is a shared-cost number'],
    ['Australia 1300', '+611300123456', 'is a shared-cost number'],
    ['toll-free', '+18005551234', 'is a toll-free number'],
    ['the newest toll-free', '+18335551234', 'is a toll-free number'],
    ['UK 0800', '+448001234567', 'is a toll-free number'],
    ['worldwide toll-free', '+80012345678', 'is a toll-free number'],
    ['Iridium', '+881612345678', 'is a satellite number'],
    ['Iridium, badly written', '+8816123456', 'is a satellite number'],
    ['Inmarsat', '+870773111632', 'is a satellite number'],
    ['Thuraya', '+882161234567', 'is a worldwide network number'],
    ['iNum', '+8835100123456', 'is a worldwide network number'],
    ['Canada 600', '+16005551234', 'is a special number'],
    ['Canada 622', '+16225551234', 'is a special number'],
    ['Australia 0147', '+61147112345', 'is a satellite number'],
    ['personal, North America', '+15005550142', 'is a special number'],
    ['personal, newer', '+15335550142', 'is a special number'],
    ['personal, worldwide', '+87810123456', 'is a personal number'],
    ['UK 070', '+447012345678', 'is a personal number'],
    ['long-distance companies', '+17005550142', 'is a special number'],
    ['the government', '+17105550142', 'is a special number'],
    ['directory enquiries', '+15105551212', 'is a special number'],
    ['another long-distance company', '+15109505555', 'is a special number'],
    ['UK pager', '+447640123456', 'is a pager'],
    ['UK 03', '+443001234567', 'is a company-wide number'],
  ])('is refused: %s', async (_what, phoneNumber, reason) => {
    expect(told(await checkLine(phoneNumber, 'US', WIDE))).toBe(`line-not-allowed: ${reason}`);
  });
});

describe('a line of a country that is not allowed', () => {
  it.each([
    ['Jamaica', '+18765550142'],
    ['the Dominican Republic', '+18095550142'],
    ['Puerto Rico', '+17875550142'],
    ['Guam', '+16715550142'],
    ['Antigua', '+12684601234'],
    ['the United Kingdom', '+442079460958'],
    ['Jersey', '+447797123456'],
    ['Cuba', '+5371234567'],
    ['Somalia', '+252612345678'],
  ])('is refused: %s', async (_country, phoneNumber) => {
    expect(told(await checkLine(phoneNumber, 'US', DEFAULTS))).toBe(
      'line-not-allowed: is of a country that is not allowed',
    );
  });

  it('is refused though it shares a country code with one that is', async () => {
    for (const island of [
      '+447797123456',
      '+447911123456',
      '+447624123456',
      '+61891641234',
      '+17875550142',
    ]) {
      expect(told(await checkLine(island, 'GB', WIDE)), island).toMatch(/^line-not-allowed/);
    }
    expect(told(await checkLine('+18095550142', 'US', WIDE))).toBe('+18095550142');
  });

  it('names those that are', async () => {
    const check = await checkLine('+442079460958', 'US', DEFAULTS);
    expect(check).toMatchObject({
      refusal: {
        field: { field: 'existingLine', remedy: 'Name a line of one of these countries: US, CA.' },
      },
    });
  });
});

describe('the error', () => {
  it('names field, reason and remedy, and no digit of the line', async () => {
    const check = await checkLine('+19005550142', 'US', DEFAULTS);
    if (check.ok) throw new Error('it was allowed');
    const error = lineRefused(check.refusal);
    expect(error).toMatchObject({ code: 'line-not-allowed', status: 422, retryable: false });
    expect(error.message).toBe('The existing line is a premium-rate number.');
    expect(error.fields).toEqual([
      {
        field: 'existingLine',
        reason: 'is a premium-rate number',
        remedy: 'Name the fixed line, mobile or VoIP line behind it.',
      },
    ]);
    expect(JSON.stringify([error.message, error.fields])).not.toMatch(/\d{3}/);
  });
});

describe('whatever is written', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'0123456789+*#,- ()x') }),
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 15 })
      .map((digits) => `+${digits.join('')}`),
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 })
      .map((digits) => `+1${digits.join('')}`),
  );

  it('is a number of an allowed country, or is refused without an accident', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('US', 'CA', 'GB', 'AU', 'XX'), async (one, home) => {
        const check = await checkLine(one, home, DEFAULTS);
        if (!check.ok) {
          expect(['invalid-line', 'line-not-allowed']).toContain(check.refusal.error.code);
          return;
        }
        expect(check.line.phoneNumber).toMatch(/^\+1[2-9]\d{2}[2-9]\d{6}$/);
        expect(check.line.phoneNumber).not.toMatch(/^\+1(900|500|8(00|22|33|44|55|66|77|88)|\d{3}976)/);
        expect(DEFAULTS.countries).toContain(check.line.country);
        // Read again it is the same.
        expect(await checkLine(check.line.phoneNumber, home, DEFAULTS)).toEqual(check);
        expect(await checkLine(check.line.display, 'US', DEFAULTS)).toEqual(check);
      }),
      { numRuns: 1000 },
    );
  });
});
