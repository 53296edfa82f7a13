import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allCarriers } from '../dial-codes/all-carriers.ts';
import { type CarrierEntry, conditionsOf, createDialCodes, lineOf } from '../dial-codes/index.ts';
import { alternativesOf } from './alternatives.ts';
import { type PlannedForwarding, type PlanRequest, planForwarding } from './index.ts';

const OURS = { phoneNumber: '+15105550142', display: '(510) 555-0142' };
const LONDON = { phoneNumber: '+442079460958', display: '+44 20 7946 0958' };
const SYDNEY = { phoneNumber: '+61291234567', display: '+61 2 9123 4567' };

let carriers: ReadonlyMap<string, CarrierEntry>;
beforeAll(async () => {
  carriers = new Map((await createDialCodes().all()).map((carrier) => [carrier.id, carrier]));
});

function plan(carrierId: string, request: Partial<PlanRequest> = {}): PlannedForwarding {
  const carrier = carriers.get(carrierId);
  if (!carrier) throw new Error(`no carrier ${carrierId}`);
  return planForwarding({ carrier, country: carrier.country ?? 'PT', number: OURS, ...request });
}

const keysOf = ({ steps }: PlannedForwarding['on']) =>
  steps.map((step) => (step.kind === 'dial' ? step.keys : step.kind));

describe('planForwarding', () => {
  it('gives one code to dial, and how to undo it', () => {
    expect(plan('us-verizon')).toEqual({
      lineKind: 'mobile',
      condition: 'unanswered',
      alternative: 0,
      alternatives: 1,
      code: '*71{number}',
      on: {
        purpose: 'on',
        steps: [
          {
            kind: 'dial',
            keys: '*715105550142',
            shown: '*71 510 555 0142',
            tel: 'tel:*715105550142',
            press: 'call',
            hears: 'beeps',
            mustBeAnswered: false,
          },
        ],
        confidence: 'reported',
        source: 'https://callsaver.ai/blog/forward-calls-from-any-us-carrier-to-an-ai-answering-service',
        checkedOn: '2026-11-27',
      },
      off: expect.objectContaining({
        purpose: 'off',
        steps: [
          {
            kind: 'dial',
            keys: '*73',
            shown: '*73',
            tel: 'tel:*73',
            press: 'call',
            hears: 'beeps',
            mustBeAnswered: false,
          },
        ],
      }),
    });
  });

  it('escapes the hash in an address and nothing else', () => {
    const [step] = plan('us-t-mobile').on.steps;
    expect(step).toMatchObject({
      keys: '**004*5105550142#',
      shown: '**004* 510 555 0142 #',
      tel: 'tel:**004*5105550142%23',
    });
  });

  it('says that a landline waits for the tone, and for our voice', () => {
    const { on, off } = plan('us-cox', { condition: 'all' });
    expect(on.steps).toEqual([
      {
        kind: 'dial',
        keys: '*72,5105550142',
        shown: '*72, 510 555 0142',
        tel: 'tel:*72,5105550142',
        press: 'lift',
        hears: 'our-voice',
        mustBeAnswered: true,
      },
    ]);
    expect(off.steps).toMatchObject([{ keys: '*73', hears: 'tone', mustBeAnswered: false }]);
  });

  it('dials one code after the other where no single one does it, and cancels all of them', () => {
    const { on, off, code } = plan('us-cox');
    expect(keysOf(on)).toEqual(['*92,5105550142', '*90,5105550142']);
    expect(keysOf(off)).toEqual(['*93', '*91']);
    expect(code).toBe('*92,{number} *90,{number}');
    // As sure as the least sure of the two.
    expect(on.confidence).toBe('reported');
  });

  it('tries the parts one by one after the single code', () => {
    const { on, off, alternatives } = plan('gb-three', { alternative: 1, number: LONDON });
    expect(alternatives).toBe(2);
    expect(keysOf(on)).toEqual(['**61*02079460958#', '**67*02079460958#', '**62*02079460958#']);
    expect(keysOf(off)).toEqual(['##61#', '##67#', '##62#']);
  });

  it('keeps contradicting codes apart, one after the other', () => {
    const codes = [0, 1, 2, 3].map((alternative) => plan('us-att', { condition: 'all', alternative }).code);
    expect(codes).toEqual([
      '*21*{number}#',
      '**21*{number}#',
      'Settings > Apps > Phone > Call Forwarding',
      'Settings > Apps > Phone > Call Forwarding',
    ]);
    expect(plan('us-att', { condition: 'all', alternative: 3 }).alternative).toBe(2);
    expect(plan('us-att', { condition: 'all' }).on.confidence).toBe('conflicting');
  });

  it('leads through settings where there is no code', () => {
    const { on, off } = plan('us-ooma');
    expect(on.steps).toEqual([
      {
        kind: 'settings',
        path: ['Settings', 'Call Forwarding'],
        url: 'https://office.ooma.com',
        enter: '(510) 555-0142',
      },
    ]);
    expect(off.steps).toMatchObject([{ kind: 'settings', enter: null }]);
  });

  it('says the same setting once, though it is for two conditions', () => {
    const { on } = plan('us-cox', { alternative: 1 });
    expect(on.steps.length).toBe(1);
  });

  it('sends to the carrier who wants what the line cannot do', () => {
    const { on, off, alternatives } = plan('us-visible', { condition: 'unreachable' });
    expect(on.steps).toEqual([{ kind: 'ask-carrier', carrierName: 'Visible', enter: '(510) 555-0142' }]);
    expect(off.steps).toEqual([{ kind: 'ask-carrier', carrierName: 'Visible', enter: null }]);
    expect(alternatives).toBe(1);
  });

  it('puts in how long to ring first, where the code and the carrier take it', () => {
    const dialled = (ringSeconds: number, condition: 'no-answer' | 'busy' = 'no-answer') =>
      keysOf(plan('us-t-mobile', { condition, ringSeconds }).on)[0];
    expect(dialled(20)).toBe('**61*5105550142*11*20#');
    expect(dialled(22)).toBe('**61*5105550142#');
    expect(dialled(45)).toBe('**61*5105550142#');
    expect(dialled(20, 'busy')).toBe('**67*5105550142#');
  });
});

describe('the code of before', () => {
  it('stays the same when our tests change the order', () => {
    const stats = [
      {
        carrierId: 'us-att',
        lineKind: 'mobile',
        condition: 'all',
        code: '*21*{number}#',
        verified: 0,
        failed: 9,
      },
      {
        carrierId: 'us-att',
        lineKind: 'mobile',
        condition: 'all',
        code: '**21*{number}#',
        verified: 9,
        failed: 0,
      },
    ] as const;
    expect(plan('us-att', { condition: 'all', stats }).code).toBe('**21*{number}#');
    expect(plan('us-att', { condition: 'all', stats, code: '*21*{number}#', alternative: 0 })).toMatchObject({
      code: '*21*{number}#',
      alternative: 2,
    });
    // What happened on other lines says nothing about this one.
    expect(plan('us-att', { condition: 'no-answer', stats }).code).toBe('*61*{number}#');
  });

  it('is forgotten when the data does not have it any more', () => {
    expect(plan('us-verizon', { code: '*99{number}' }).code).toBe('*71{number}');
  });
});

describe('the undo', () => {
  const unanswered = { lineKind: 'mobile', condition: 'unanswered', code: '**004*{number}#' } as const;

  it('turns off what was on before as well, each once', () => {
    const { on, off } = plan('us-t-mobile', { condition: 'all', earlier: [unanswered] });
    expect(keysOf(on)).toEqual(['**21*5105550142#']);
    expect(keysOf(off)).toEqual(['##21#', '##004#']);
    expect(keysOf(plan('us-t-mobile', { earlier: [unanswered, unanswered] }).off)).toEqual(['##004#']);
  });

  it('needs no second code where one ends everything', () => {
    const earlier = [{ ...unanswered, code: '*71{number}' }];
    expect(keysOf(plan('us-verizon', { condition: 'all', earlier }).off)).toEqual(['*73']);
  });

  it('passes over codes that the data does not have any more', () => {
    const earlier = [{ ...unanswered, code: '*99{number}' }];
    expect(keysOf(plan('us-t-mobile', { condition: 'all', earlier }).off)).toEqual(['##21#']);
  });
});

describe('our number, as it is dialled', () => {
  it.each([
    ['us-t-mobile', OURS, '**004*5105550142#', '**004* 510 555 0142 #'],
    ['ca-rogers', OURS, '**004*5105550142#', '**004* 510 555 0142 #'],
    ['gb-ee', LONDON, '**004*02079460958#', '**004* 020 7946 0958 #'],
    ['gb-vodafone', LONDON, '**004*+442079460958#', '**004* +44 20 7946 0958 #'],
    ['gb-ee', { ...LONDON, phoneNumber: '+441134960123' }, '**004*01134960123#', '**004* 0113 496 0123 #'],
    ['gb-ee', { ...LONDON, phoneNumber: '+447700900123' }, '**004*07700900123#', '**004* 07700 900123 #'],
    ['au-optus', SYDNEY, '**004*0291234567#', '**004* 02 9123 4567 #'],
    ['au-optus', { ...SYDNEY, phoneNumber: '+61412345678' }, '**004*0412345678#', '**004* 0412 345 678 #'],
    ['us-t-mobile', LONDON, '**004*+442079460958#', '**004* +44 20 7946 0958 #'],
    ['gb-ee', OURS, '**004*+15105550142#', '**004* +1 510 555 0142 #'],
    ['standard', OURS, '**004*+15105550142#', '**004* +1 510 555 0142 #'],
    [
      'us-t-mobile',
      { phoneNumber: '+351211234567', display: '' },
      '**004*+351211234567#',
      '**004* +351 211 234567 #',
    ],
  ])('on %s', (carrierId, number, keys, shown) => {
    expect(plan(carrierId, { number }).on.steps[0]).toMatchObject({ keys, shown });
  });

  it('begins with the exit code of the country on a fixed line', () => {
    const dialled = (carrierId: string) =>
      keysOf(plan(carrierId, { lineKind: 'landline', condition: 'all', number: SYDNEY }).on)[0];
    expect(dialled('us-cox')).toBe('*72,01161291234567');
    expect(dialled('gb-bt')).toBe('*21*0061291234567#');
    expect(keysOf(plan('au-telstra', { lineKind: 'landline', condition: 'all' }).on)).toEqual([
      '*21001115105550142#',
    ]);
  });
});

describe('every plan of every carrier', () => {
  const cases = allCarriers.flatMap((carrier) =>
    carrier.lines.flatMap((line) => conditionsOf(line).map((condition) => ({ carrier, line, condition }))),
  );
  const digits = (length: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((list) => list.join(''));
  const destination = fc.oneof(
    digits(7).map((rest) => `+1510${rest}`),
    digits(8).map((rest) => `+4420${rest}`),
    digits(9).map((rest) => `+447${rest}`),
    digits(8).map((rest) => `+612${rest}`),
  );

  it('has legal keys alone, comes back from its address, and leads to our number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), destination, fc.nat(5), (one, phoneNumber, alternative) => {
        const { carrier, line, condition } = one;
        const planned = planForwarding({
          carrier,
          country: carrier.country ?? 'PT',
          lineKind: line.kind,
          condition,
          number: { phoneNumber, display: phoneNumber },
          alternative,
        });
        expect(planned.alternatives).toBe(alternativesOf(lineOf(carrier, line.kind), condition).length);
        expect(planned.alternative).toBeLessThan(planned.alternatives);
        for (const step of [...planned.on.steps, ...planned.off.steps]) {
          if (step.kind !== 'dial') continue;
          expect(step.keys).toMatch(/^[0-9*#,+]+$/);
          // A plus is dialled by a mobile alone.
          if (step.press === 'lift') expect(step.keys).not.toContain('+');
          expect(decodeURIComponent(step.tel.replace(/^tel:/, ''))).toBe(step.keys);
          expect(new URL(step.tel).hash).toBe('');
          expect(step.shown.replaceAll(' ', '')).toBe(step.keys);
        }
        const subscriber = phoneNumber.slice(3);
        for (const step of planned.on.steps) {
          if (step.kind === 'dial') expect(step.keys).toContain(subscriber);
          else expect(step.enter).toBe(phoneNumber);
        }
        for (const step of planned.off.steps) {
          if (step.kind === 'dial') expect(step.keys).not.toContain(subscriber);
          else expect(step.enter).toBeNull();
        }
        expect(planned.on.steps.length).toBeGreaterThan(0);
        expect(planned.off.steps.length).toBeGreaterThan(0);
        expect(planned.on.source).toMatch(/^https?:/);
      }),
      { numRuns: 2000 },
    );
  });

  it('has codes of its own, so that tests can be counted by them', () => {
    for (const { carrier, line, condition } of cases) {
      const codes = alternativesOf(line, condition).map(({ code }) => code);
      expect(new Set(codes).size, `${carrier.id} ${line.kind} ${condition}`).toBe(codes.length);
    }
  });
});
