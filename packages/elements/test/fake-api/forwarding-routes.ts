import type {
  CancelForwardingRequest,
  Forwarding,
  ForwardingTest,
  SetupForwardingRequest,
  VerifyForwardingRequest,
} from '@numberkit/contract';
import { json, problem } from './answers.ts';
import type { Answer, FakeState, FakeTests } from './fake-state.ts';
import {
  carriers,
  checkedLine,
  dialStep,
  forwardingOf,
  gsmStep,
  planOf,
  testOf,
} from './forwarding-fixtures.ts';

const stages = ['queued', 'calling', 'ringing', 'came-back', 'done'] as const;

/** The routes of forwarding, over the state of the fake. */
export function forwardingRoutes(api: FakeState): Record<string, Answer> {
  const find = (id: string | null | undefined) => api.setup.forwardings.find((each) => each.id === id);
  const keep = (forwarding: Forwarding): Forwarding => {
    const others = api.setup.forwardings.filter((each) => each.id !== forwarding.id);
    api.setup = { ...api.setup, forwardings: [forwarding, ...others] };
    return forwarding;
  };
  const withTest = (id: string | null) => api.setup.forwardings.find((each) => each.test?.id === id);
  const move = (id: string | null) => {
    const forwarding = withTest(id);
    return forwarding?.test ? keep(advance(forwarding, forwarding.test, api.tests)) : undefined;
  };
  return {
    '/check-line': () => json(checkedLine()),
    '/setup-forwarding': ({ body }) => {
      const forwarding = keep(begin(api, body as SetupForwardingRequest));
      return json({ forwarding }, 201);
    },
    '/forwarding-status': ({ query }) => {
      const forwarding = find(query.get('forwardingId'));
      return forwarding ? json({ forwarding }) : problem(404, 'forwarding-not-found');
    },
    '/cancel-forwarding': ({ body }) => {
      const forwarding = find((body as CancelForwardingRequest).forwardingId);
      if (!forwarding) return problem(404, 'forwarding-not-found');
      return json({ forwarding: keep({ ...forwarding, status: 'cancelling', test: null }) });
    },
    '/verify-forwarding': ({ method, body, query }) => {
      if (method === 'GET') return answer(move(query.get('testId')));
      const { forwardingId, purpose = 'on' } = body as VerifyForwardingRequest;
      const forwarding = find(forwardingId);
      if (!forwarding) return problem(404, 'forwarding-not-found');
      const id = `fwt_${api.seen.filter((each) => each.path === '/verify-forwarding').length}`;
      const test = testOf({ id, purpose, forwardingId, condition: forwarding.condition });
      return answer(keep({ ...forwarding, test }), 202);
    },
    '/verify-forwarding-events': ({ query }) => {
      if (!api.tests.streams) return problem(404, 'not-found');
      return stream(() => move(query.get('testId')), api.tests);
    },
  };
}

function answer(forwarding: Forwarding | undefined, status = 200): Response {
  return forwarding?.test
    ? json({ test: forwarding.test, forwarding }, status)
    : problem(404, 'test-not-found');
}

function begin(api: FakeState, request: SetupForwardingRequest): Forwarding {
  const known = api.setup.forwardings[0];
  const carrier = carriers.find((each) => each.id === request.carrierId) ?? carriers.at(-1);
  const alternative = request.alternative ?? 0;
  const base = known ?? forwardingOf();
  const step = carrier?.id === 'us-verizon' && alternative === 0 ? dialStep() : gsmStep;
  return {
    ...base,
    status: known?.status === 'broken' ? 'broken' : 'setting-up',
    carrier: { id: carrier?.id ?? 'gsm', name: carrier?.name ?? '', known: carrier?.id !== 'gsm' },
    lineKind: request.lineKind ?? 'mobile',
    condition: request.condition ?? 'unanswered',
    alternative,
    plan: planOf([step], { confidence: carrier?.id === 'gsm' ? 'standard' : 'official' }),
    test: null,
  };
}

/** One stage on, as a server that looks at the call. */
function advance(forwarding: Forwarding, test: ForwardingTest, tests: FakeTests): Forwarding {
  if (test.stage === tests.stopsAt || test.stage === 'done') return forwarding;
  const comesBack = tests.outcome === 'verified' || tests.outcome === 'still-forwarded';
  const next = stages[stages.indexOf(test.stage) + 1] ?? 'done';
  const stage = next === 'came-back' && !comesBack ? 'done' : next;
  if (stage !== 'done') return { ...forwarding, test: { ...test, stage } };
  const { outcome, remedy } = tests;
  const status = outcome === 'verified' || outcome === 'off' ? outcome : forwarding.status;
  return {
    ...forwarding,
    status,
    verifiedAt: outcome === 'verified' ? '2026-11-22T20:01:30.000Z' : forwarding.verifiedAt,
    test: { ...test, stage, outcome, remedy, endedAt: '2026-11-22T20:01:30.000Z' },
  };
}

function stream(next: () => Forwarding | undefined, tests: FakeTests): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const forwarding = next();
      const test = forwarding?.test;
      if (!test) return controller.close();
      controller.enqueue(encoder.encode(`event: test\ndata: ${JSON.stringify({ test, forwarding })}\n\n`));
      if (test.stage === 'done') controller.close();
      // A call that stays where it is has nothing more to tell, and the line stays open.
      else if (test.stage === tests.stopsAt) return new Promise<void>(() => {});
      return undefined;
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
