import type {
  CheckLineResponse,
  CodeStats,
  Forwarding,
  ForwardingPlan,
  ForwardingTest,
} from '@numberkit/contract';
import type { NumberkitApi } from '../../src/http/index.ts';
import { aNumber } from './a-number.ts';

const plan: ForwardingPlan = {
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
    { kind: 'settings', path: ['Settings', 'Phone'], url: null, enter: '(510) 555-0142' },
    { kind: 'ask-carrier', carrierName: 'Verizon', enter: null },
  ],
  confidence: 'official',
  source: 'https://carrier.example.com/forwarding',
  checkedOn: '2026-11-22',
};

export const aTest: ForwardingTest = {
  id: 'fwt_01k7zz0000aaaaaaaaaaaaaaaa',
  forwardingId: 'fwd_01k7zz0000aaaaaaaaaaaaaaaa',
  purpose: 'on',
  condition: 'no-answer',
  stage: 'queued',
  outcome: null,
  remedy: null,
  placedAt: '2026-11-22T10:00:00.000Z',
  endsBy: '2026-11-22T10:02:00.000Z',
  endedAt: null,
};

export const aForwarding: Forwarding = {
  id: aTest.forwardingId,
  status: 'setting-up',
  existingLine: { phoneNumber: '+14155550199', display: '(415) 555-0199', country: 'US' },
  number: aNumber,
  carrier: { id: 'us-verizon', name: 'Verizon', known: true },
  lineKind: 'mobile',
  condition: 'unanswered',
  plan,
  undo: { ...plan, purpose: 'off' },
  alternative: 0,
  alternatives: 2,
  test: aTest,
  createdAt: '2026-11-22T10:00:00.000Z',
  verifiedAt: null,
  broken: null,
};

export const aChoice: CheckLineResponse = {
  existingLine: aForwarding.existingLine,
  carriers: [
    { id: 'us-verizon', name: 'Verizon', lines: [{ kind: 'mobile', conditions: ['all', 'unanswered'] }] },
  ],
  suggestion: { carrierId: 'us-verizon', lineKind: 'mobile' },
};

export const someStats: readonly CodeStats[] = [
  {
    carrierId: 'us-verizon',
    lineKind: 'mobile',
    condition: 'unanswered',
    code: '*71{number}',
    verified: 3,
    failed: 1,
  },
];

/** What the forwarding use cases were called with, and what they answer unless a test says otherwise. */
export function fakeForwardings(
  recorded: <T, R>(name: string, answer: (input: T) => R) => (input: T) => R,
  answers: Partial<NumberkitApi['forwardings']> = {},
): NumberkitApi['forwardings'] {
  const both = { test: aTest, forwarding: aForwarding };
  const defaults: NumberkitApi['forwardings'] = {
    checkLine: async () => aChoice,
    start: async () => ({ forwarding: aForwarding, created: true }),
    status: async () => aForwarding,
    list: async () => [aForwarding],
    verify: async () => both,
    testStatus: async () => both,
    async *follow() {
      yield both;
      yield { ...both, test: { ...aTest, stage: 'ringing' } };
      yield { ...both, test: { ...aTest, stage: 'done', outcome: 'verified' } };
    },
    cancel: async () => ({ ...aForwarding, status: 'cancelling' }),
    stats: async () => someStats,
  };
  const chosen = { ...defaults, ...answers };
  return {
    checkLine: recorded('checkLine', chosen.checkLine),
    start: recorded('start', chosen.start),
    status: recorded('status', chosen.status),
    list: recorded('list', chosen.list),
    verify: recorded('verify', chosen.verify),
    testStatus: recorded('testStatus', chosen.testStatus),
    follow: recorded('follow', chosen.follow),
    cancel: recorded('cancel', chosen.cancel),
    stats: chosen.stats,
  };
}
