import type {
  AskCarrierStep,
  CarrierChoice,
  CheckLineResponse,
  DialStep,
  Forwarding,
  ForwardingPlan,
  ForwardingTest,
  SettingsStep,
} from '@numberkit/contract';
import { owned } from './fixtures.ts';

const everything = ['all', 'unanswered', 'busy', 'no-answer', 'unreachable'] as const;
const mobile = { kind: 'mobile', conditions: everything } as const;
const landline = { kind: 'landline', conditions: ['all', 'busy', 'no-answer'] } as const;

function carrier(id: string, name: string, ...lines: CarrierChoice['lines']): CarrierChoice {
  return { id, name, lines };
}

/** Carriers of the United States as a server lists them, the standard last. */
export const carriers: readonly CarrierChoice[] = [
  carrier('us-att', 'AT&T', mobile, landline),
  carrier('us-comcast', 'Comcast Xfinity Voice', landline),
  carrier('us-cox', 'Cox', landline),
  carrier('us-google-voice', 'Google Voice', { kind: 'app', conditions: ['all', 'unanswered'] }),
  carrier('us-metro', 'Metro by T-Mobile', mobile),
  carrier('us-ringcentral', 'RingCentral', { kind: 'app', conditions: ['all', 'unanswered'] }),
  carrier('us-spectrum', 'Spectrum Voice', landline),
  carrier('us-t-mobile', 'T-Mobile', mobile),
  carrier('us-cellular', 'UScellular', mobile),
  carrier('us-verizon', 'Verizon', { kind: 'mobile', conditions: ['all', 'unanswered'] }, landline),
  carrier('gsm', 'Most networks', mobile),
];

export const existingLine = {
  phoneNumber: '+15105550199',
  display: '(510) 555-0199',
  country: 'US',
} as const;

/** The answer about the line above. */
export function checkedLine(change: Partial<CheckLineResponse> = {}): CheckLineResponse {
  return { existingLine, carriers, suggestion: null, ...change };
}

/** A code to dial; Verizon's unless told otherwise. */
export function dialStep(change: Partial<DialStep> = {}): DialStep {
  const keys = change.keys ?? '*715105550142';
  return {
    kind: 'dial',
    keys,
    shown: '*71 510 555 0142',
    tel: `tel:${keys.replaceAll('#', '%23')}`,
    press: 'call',
    hears: 'beeps',
    mustBeAnswered: false,
    ...change,
  };
}

export const gsmStep = dialStep({
  keys: '**004*15105550142#',
  shown: '**004* 1 510 555 0142 #',
  hears: 'message',
});

export const landlineStep = dialStep({
  keys: '*72,5105550142',
  shown: '*72 510 555 0142',
  press: 'lift',
  hears: 'our-voice',
  mustBeAnswered: true,
});

export const settingsStep: SettingsStep = {
  kind: 'settings',
  path: ['Settings', 'Calls', 'Call forwarding', 'When unanswered'],
  url: 'https://voice.google.com/settings',
  enter: '(510) 555-0142',
};

export const askStep: AskCarrierStep = { kind: 'ask-carrier', carrierName: 'Cox', enter: '(510) 555-0142' };

/** A plan of these steps. */
export function planOf(steps: ForwardingPlan['steps'], change: Partial<ForwardingPlan> = {}): ForwardingPlan {
  return {
    purpose: 'on',
    steps,
    confidence: 'official',
    source: 'https://carrier.test/forwarding',
    checkedOn: '2026-11-22',
    ...change,
  };
}

/** A forwarding of a Verizon mobile that is being set up. */
export function forwardingOf(change: Partial<Forwarding> = {}): Forwarding {
  return {
    id: 'fwd_1',
    status: 'setting-up',
    existingLine,
    number: owned(),
    carrier: { id: 'us-verizon', name: 'Verizon', known: true },
    lineKind: 'mobile',
    condition: 'unanswered',
    plan: planOf([dialStep()]),
    undo: planOf([dialStep({ keys: '*73', shown: '*73', hears: 'tone' })], { purpose: 'off' }),
    alternative: 0,
    alternatives: 2,
    test: null,
    createdAt: '2026-11-22T20:00:00.000Z',
    verifiedAt: null,
    broken: null,
    ...change,
  };
}

/** A test of it that waits for its turn. */
export function testOf(change: Partial<ForwardingTest> = {}): ForwardingTest {
  return {
    id: 'fwt_1',
    forwardingId: 'fwd_1',
    purpose: 'on',
    condition: 'unanswered',
    stage: 'queued',
    outcome: null,
    remedy: null,
    placedAt: '2026-11-22T20:01:00.000Z',
    endsBy: '2026-11-22T20:02:30.000Z',
    endedAt: null,
    ...change,
  };
}
