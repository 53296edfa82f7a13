import { expect, it } from 'vitest';
import { readCallRecord } from './call-record.ts';

const resource = {
  sid: `CA${'1'.repeat(32)}`,
  from: '+14155550100',
  to: '+15105550142',
  direction: 'outbound-api',
  status: 'completed',
  start_time: 'Thu, 30 Jul 2015 23:19:04 +0000',
  duration: '15',
  price: '-0.01400',
  price_unit: 'usd',
};

it('a call comes with its length in seconds and its price in micros, without a sign', () => {
  expect(readCallRecord(resource)).toEqual({
    sid: resource.sid,
    from: resource.from,
    to: resource.to,
    direction: 'outbound',
    status: 'completed',
    startedAt: new Date('2015-07-30T23:19:04Z'),
    durationSeconds: 15,
    price: { amountMicros: 14_000, currency: 'USD' },
    answeredBy: null,
  });
});

it('a call that has not begun has no time, no length and no price', () => {
  const queued = { ...resource, status: 'queued', start_time: null, duration: null, price: null };
  expect(readCallRecord(queued)).toMatchObject({ startedAt: null, durationSeconds: null, price: null });
});

it.each([
  ['human', 'human'],
  ['machine_start', 'machine'],
  ['machine_end_beep', 'machine'],
  ['machine_end_silence', 'machine'],
  ['fax', 'machine'],
  ['unknown', 'unknown'],
  ['', null],
  [null, null],
])('a call answered by %o was answered by %o', (answered_by, answeredBy) => {
  expect(readCallRecord({ ...resource, answered_by })).toMatchObject({ answeredBy });
});

it('what is no call is none', () => {
  for (const other of [null, [], 'CA1', { ...resource, sid: 'SM1' }, { ...resource, status: 'dreaming' }]) {
    expect(readCallRecord(other)).toBeUndefined();
  }
});
