import type { ForwardingRecord, ForwardingTestRecord } from '../../forwarding/index.ts';
import { moment } from './sample-records.ts';

/** A line of `acme` that is to forward to nothing yet. */
export function sampleForwarding(change: Partial<ForwardingRecord> = {}): ForwardingRecord {
  return {
    id: 'fwd_sample',
    tenantId: 'acme',
    numberId: null,
    numberAttempt: 0,
    existingLine: '+15105550166',
    country: 'US',
    carrierId: 'us-verizon',
    lineKind: 'mobile',
    condition: 'unanswered',
    alternative: 0,
    code: '*71{number}',
    earlierWays: [],
    status: 'setting-up',
    createdAt: moment(),
    updatedAt: moment(1),
    verifiedAt: null,
    doubtedAt: null,
    cancelledAt: null,
    brokenAt: null,
    brokenCause: null,
    checkAt: null,
    checks: 0,
    ...change,
  };
}

/** A test of it that waits for its turn. */
export function sampleForwardingTest(change: Partial<ForwardingTestRecord> = {}): ForwardingTestRecord {
  return {
    id: 'fwt_sample',
    forwardingId: 'fwd_sample',
    tenantId: 'acme',
    numberId: 'num_sample',
    purpose: 'on',
    condition: 'unanswered',
    existingLine: '+15105550166',
    verifier: '+14155550155',
    actor: { kind: 'tenant', id: 'acme' },
    stage: 'queued',
    outcome: null,
    remedy: null,
    code: '*71{number}',
    carrierId: 'us-verizon',
    lineKind: 'mobile',
    planCondition: 'unanswered',
    placedAt: moment(),
    endsBy: moment(90_000),
    createdAt: moment(),
    endedAt: null,
    leaseUntil: moment(),
    lookAt: moment(),
    callSid: null,
    callStatus: null,
    answeredBy: null,
    callSeconds: null,
    refusal: null,
    sipCode: null,
    ringingAt: null,
    answeredAt: null,
    overAt: null,
    ...change,
  };
}
