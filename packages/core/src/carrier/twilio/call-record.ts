import type { Money } from '@numberkit/contract';
import type { CallStatus, CarrierCall } from '../carrier.ts';
import { asRecord, dateOrNull, textOrNull } from './read-body.ts';

const STATUSES: readonly CallStatus[] = [
  'queued',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
];

/** A Call resource; `undefined` when it is not one. */
export function readCallRecord(resource: unknown): CarrierCall | undefined {
  const fields = asRecord(resource);
  const sid = textOrNull(fields?.sid);
  const status = STATUSES.find((known) => known === fields?.status);
  if (!fields || !sid?.startsWith('CA') || !status) return undefined;
  return {
    sid,
    from: textOrNull(fields.from) ?? '',
    to: textOrNull(fields.to) ?? '',
    // `outbound-api` and `outbound-dial` both leave the account.
    direction: fields.direction === 'inbound' ? 'inbound' : 'outbound',
    status,
    startedAt: dateOrNull(fields.start_time),
    durationSeconds: readSeconds(fields.duration),
    price: readPrice(fields),
    answeredBy: readAnsweredBy(fields.answered_by),
  };
}

/** `human`, `unknown`, `fax`, and machines by where in their greeting they are; null without detection, or before it. */
function readAnsweredBy(value: unknown): CarrierCall['answeredBy'] {
  const party = textOrNull(value);
  if (party === null || party === 'human') return party;
  return party === 'fax' || party.startsWith('machine') ? 'machine' : 'unknown';
}

/** A string of digits, null until the call has ended. */
function readSeconds(value: unknown): number | null {
  const seconds = Number.parseInt(String(value ?? ''), 10);
  return Number.isNaN(seconds) ? null : seconds;
}

/** A negative decimal string, null until priced. */
function readPrice(fields: Readonly<Record<string, unknown>>): Money | null {
  const price = Number.parseFloat(String(fields.price ?? ''));
  const currency = textOrNull(fields.price_unit)?.toUpperCase();
  if (Number.isNaN(price) || !currency) return null;
  return { amountMicros: Math.round(Math.abs(price) * 1_000_000), currency };
}
