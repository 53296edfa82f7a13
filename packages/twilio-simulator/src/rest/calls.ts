import { type Call, FINAL_CALL_STATUSES, formatMicros, formatNational } from '../world/index.ts';
import { rfc2822 } from './date.ts';
import { pageOf } from './page.ts';
import type { Parameters } from './parameters.ts';
import { readPlaceCall, readUpdateCall } from './place-call.ts';
import { created, ok, type Reply, type RestContext, type Route } from './route.ts';
import { testCall } from './test-call.ts';
import { notFound, refusal, TwilioError } from './twilio-error.ts';

const LIST = '/2010-04-01/Accounts/{AccountSid}/Calls';
const DAY_MS = 24 * 60 * 60 * 1000;

const SUBRESOURCES = {
  events: 'Events',
  notifications: 'Notifications',
  payments: 'Payments',
  recordings: 'Recordings',
  siprec: 'Siprec',
  streams: 'Streams',
  transcriptions: 'Transcriptions',
  user_defined_message_subscriptions: 'UserDefinedMessageSubscriptions',
  user_defined_messages: 'UserDefinedMessages',
} as const;

const dateOrNull = (date: Date | null) => (date === null ? null : rfc2822(date));

function showCall(call: Call, accountSid: string) {
  const base = `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}`;
  return {
    account_sid: accountSid,
    answered_by: call.answeredBy,
    api_version: '2010-04-01',
    caller_name: call.callerName,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.updatedAt),
    direction: call.direction,
    duration: call.durationSeconds === null ? null : String(call.durationSeconds),
    end_time: dateOrNull(call.endedAt),
    forwarded_from: call.forwardedFrom,
    from: call.from,
    from_formatted: formatNational(call.from),
    group_sid: call.groupSid,
    parent_call_sid: call.parentCallSid,
    phone_number_sid: call.phoneNumberSid,
    price: call.priceMicros === null ? null : formatMicros(-call.priceMicros),
    price_unit: call.priceUnit,
    queue_time: String(call.queueTimeMs),
    sid: call.sid,
    start_time: dateOrNull(call.startedAt),
    status: call.status,
    subresource_uris: Object.fromEntries(
      Object.entries(SUBRESOURCES).map(([name, path]) => [name, `${base}/${path}.json`]),
    ),
    to: call.to,
    to_formatted: formatNational(call.to),
    trunk_sid: call.trunkSid,
    uri: `${base}.json`,
  };
}

function callOf(context: RestContext): Call {
  const call = context.world.calls.bySid(context.path.Sid ?? '');
  if (call === undefined) throw notFound(context.pathname);
  return call;
}

/** A day means all of it; a time of day means that second. */
function readMoment(query: Parameters, name: string): { first: number; last: number } | undefined {
  const value = query.filled(name);
  if (value === undefined) return undefined;
  const first = Date.parse(value);
  if (Number.isNaN(first)) throw refusal(20001, `${name} is not a date: ${value}`);
  return { first, last: /^\d{4}-\d{2}-\d{2}$/.test(value) ? first + DAY_MS - 1 : first + 999 };
}

/** `StartTime=`, `StartTime<=` and `StartTime>=`: the comparison is part of the parameter's name. */
function timeFilter(query: Parameters, name: string): (time: Date | null) => boolean {
  const [on, until, from] = [name, `${name}<`, `${name}>`].map((key) => readMoment(query, key));
  return (time) => {
    if (on === undefined && until === undefined && from === undefined) return true;
    if (time === null) return false;
    const at = time.getTime();
    return (
      (on === undefined || (at >= on.first && at <= on.last)) &&
      (until === undefined || at <= until.last) &&
      (from === undefined || at >= from.first)
    );
  };
}

function list(context: RestContext): Reply {
  const { query, world, accountSid } = context;
  const is = (name: string, actual: string | null) => (query.filled(name) ?? actual) === actual;
  const started = timeFilter(query, 'StartTime');
  const ended = timeFilter(query, 'EndTime');
  const found = world.calls
    .all()
    .filter(
      (call) =>
        is('To', call.to) &&
        is('From', call.from) &&
        is('ParentCallSid', call.parentCallSid) &&
        is('Status', call.status) &&
        started(call.startedAt) &&
        ended(call.endedAt),
    );
  return ok(pageOf(context, 'calls', found, (call) => showCall(call, accountSid)));
}

const isOver = (call: Call) => FINAL_CALL_STATUSES.includes(call.status);

async function update(context: RestContext): Promise<Reply> {
  const call = callOf(context);
  const request = readUpdateCall(context.form);
  if (isOver(call)) throw refusal(21220, 'Call is not in-progress. Cannot redirect.');
  if (request.status === 'canceled' && call.status !== 'queued' && call.status !== 'ringing') {
    throw refusal(21220, `Invalid call state: a call that is ${call.status} cannot be canceled`);
  }
  return ok(showCall(await context.calls.update(call, request), context.accountSid));
}

function remove(context: RestContext): Reply {
  const call = callOf(context);
  if (!isOver(call)) throw new TwilioError(409, 20009, 'Cannot delete this resource before it is complete');
  context.world.calls.remove(call.sid);
  return { status: 204 };
}

function create(context: RestContext): Reply {
  const call = context.test ? testCall(context) : context.calls.place(readPlaceCall(context));
  return created(showCall(call, context.accountSid));
}

export const callRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: `${LIST}.json`,
    allowsTest: true,
    note: 'From must be an owned number. Without SIP credentials, BYOC, CallToken or AMD tuning.',
    handle: create,
  },
  { method: 'GET', template: `${LIST}.json`, handle: list },
  {
    method: 'GET',
    template: `${LIST}/{Sid}.json`,
    handle: (context) => ok(showCall(callOf(context), context.accountSid)),
  },
  { method: 'POST', template: `${LIST}/{Sid}.json`, handle: update },
  { method: 'DELETE', template: `${LIST}/{Sid}.json`, handle: remove },
];
