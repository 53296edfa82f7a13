import type {
  Forwarding,
  ForwardingRemedy,
  ForwardingTest,
  ForwardingTestOutcome,
} from '@numberkit/contract';
import {
  askStep,
  checkedLine,
  createFakeApi,
  type FakeApi,
  forwardingOf,
  gsmStep,
  json,
  landlineStep,
  newTenant,
  owned,
  planOf,
  problem,
  reset,
  settingsStep,
  silence,
  testOf,
} from '../fake-api/index.ts';

const paths = ['buy', 'forward', 'port'] as const;

/** A tenant whose forwarding stands like this. */
function begun(change: Partial<Forwarding> = {}): FakeApi {
  return createFakeApi(newTenant({ paths, numbers: [owned()], forwardings: [forwardingOf(change)] }));
}

/** A test that goes on for ever at this stage. */
const calling =
  (stage: ForwardingTest['stage'], change: Partial<Forwarding> = {}, test: Partial<ForwardingTest> = {}) =>
  () => {
    const api = begun({ ...change, test: testOf({ stage, ...test }) });
    api.tests.stopsAt = stage;
    return api;
  };

/** "I have done it" leads to a test that ends like this. */
const ending =
  (outcome: ForwardingTestOutcome, remedy: ForwardingRemedy | null, change: Partial<Forwarding> = {}) =>
  () => {
    const api = begun(change);
    Object.assign(api.tests, { outcome, remedy });
    return api;
  };

const verified = { status: 'verified', verifiedAt: '2026-11-22T20:01:30.000Z' } as const;
const cancelling = { ...verified, status: 'cancelling' } as const;

function line(...answers: (() => Response | Promise<Response>)[]): FakeApi {
  const api = createFakeApi(newTenant({ paths }));
  api.script('/check-line', ...answers);
  return api;
}

const broken = (cause: 'turned-off' | 'voicemail-first' | 'refused' | 'loop') => () =>
  begun({ ...verified, status: 'broken', broken: { at: '2026-11-25T09:00:00.000Z', cause } });

const tooSoon = () => {
  const answer = problem(429, 'test-too-soon');
  answer.headers.set('retry-after', '28');
  return answer;
};

/** How each scene of forwarding begins. */
export const forwardingBeginnings = {
  'forward-line': () => createFakeApi(newTenant({ paths })),
  'forward-refused': () => line(() => problem(422, 'line-not-allowed')),
  'forward-suggested': () =>
    line(() => json(checkedLine({ suggestion: { carrierId: 'us-verizon', lineKind: 'mobile' } }))),
  'forward-starting': () => {
    const api = createFakeApi(newTenant({ paths }));
    api.script('/setup-forwarding', silence);
    return api;
  },
  'forward-no-number': () => {
    const api = createFakeApi(newTenant({ paths }));
    api.script('/setup-forwarding', () => problem(409, 'no-number-near'));
    return api;
  },
  'forward-guide': () => begun(),
  'forward-guide-gsm': () => begun({ plan: planOf([gsmStep], { confidence: 'conflicting' }) }),
  'forward-guide-landline': () =>
    begun({
      lineKind: 'landline',
      carrier: { id: 'us-cox', name: 'Cox', known: true },
      plan: planOf([landlineStep]),
    }),
  'forward-guide-steps': () =>
    begun({
      plan: planOf([
        gsmStep,
        { ...gsmStep, keys: '**61*15105550142**20#', shown: '**61* 1 510 555 0142 **20#' },
      ]),
    }),
  'forward-guide-settings': () =>
    begun({
      lineKind: 'app',
      carrier: { id: 'us-google-voice', name: 'Google Voice', known: true },
      plan: planOf([settingsStep]),
    }),
  'forward-guide-ask': () => begun({ plan: planOf([askStep]) }),
  'forward-guide-unknown': () => begun({ plan: planOf([gsmStep], { confidence: 'standard' }) }),
  'forward-queued': calling('queued'),
  'forward-calling': calling('calling'),
  'forward-ringing': calling('ringing'),
  'forward-came-back': calling('came-back'),
  'forward-ringing-busy': calling('ringing', { condition: 'busy' }, { condition: 'busy' }),
  'forward-ringing-off': calling('ringing', cancelling, { purpose: 'off' }),
  'forward-verified': ending('verified', null),
  'forward-not-forwarded': ending('not-forwarded', 'next-code'),
  'forward-dial-again': ending('not-forwarded', 'dial-again'),
  'forward-picked-up': ending('not-forwarded', 'let-it-ring'),
  'forward-voicemail': ending('voicemail-answered', 'turn-off-voicemail'),
  'forward-busy': ending('busy', 'hang-up'),
  'forward-keep-busy': ending('no-answer', 'keep-line-busy', { condition: 'busy' }),
  'forward-no-answer': ending('no-answer', 'settings'),
  'forward-loop': ending('loop', 'break-loop'),
  'forward-blocked': ending('blocked', 'ask-carrier'),
  'forward-unclear': ending('unclear', 'test-again'),
  'forward-still': ending('still-forwarded', 'dial-undo', cancelling),
  'forward-unproved': ending('busy', 'hang-up', cancelling),
  'forward-off': ending('off', null, cancelling),
  'forward-too-soon': () => {
    const api = begun();
    api.script('/verify-forwarding', ...Array.from({ length: 3 }, () => tooSoon));
    return api;
  },
  'forward-lost': () => {
    const api = begun({ test: testOf({ stage: 'ringing' }) });
    api.script('/verify-forwarding-events', reset);
    api.script('/verify-forwarding', reset, reset, reset);
    return api;
  },
  'forward-broken': broken('turned-off'),
  'forward-broken-voicemail': broken('voicemail-first'),
  'forward-undo': () => begun(cancelling),
  'forward-live': () => begun(verified),
} as const;
