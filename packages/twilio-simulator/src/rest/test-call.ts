import type { Call } from '../world/index.ts';
import type { RestContext } from './route.ts';
import { refusal } from './twilio-error.ts';

const MAGIC_FROM = '+15005550006';

const REFUSED_TO: Record<string, readonly [code: number, message: string]> = {
  '+15005550001': [21217, 'Phone number does not appear to be valid'],
  '+15005550002': [21214, "'To' phone number cannot be reached"],
  '+15005550003': [21215, 'Geo Permission configuration is not permitting call'],
  '+15005550004': [21216, 'Call blocked by Twilio blocklist'],
};

/**
 * A call with test credentials: the magic numbers decide, nobody's phone rings, no callback follows.
 * https://www.twilio.com/docs/iam/test-credentials
 */
export function testCall({ form, world }: RestContext): Call {
  const to = form.filled('To') ?? '';
  const from = form.filled('From') ?? '';
  if (to === '') throw refusal(21201, "No 'To' number is specified");
  if (from === '') throw refusal(21213, "No 'From' number is specified");
  const refused = REFUSED_TO[to];
  if (refused !== undefined) throw refusal(...refused);
  if (from === '+15005550001') throw refusal(21212, `Invalid From Number (caller ID): ${from}`);
  if (from !== MAGIC_FROM) throw refusal(21210, `The source phone number ${from} is not yet verified`);
  const now = world.clock.now();
  return {
    sid: world.ids.sid('CA'),
    parentCallSid: null,
    from,
    to,
    phoneNumberSid: null,
    direction: 'outbound-api',
    createdAt: now,
    updatedAt: now,
    status: 'queued',
    startedAt: null,
    endedAt: null,
    durationSeconds: null,
    priceMicros: null,
    priceUnit: 'USD',
    answeredBy: null,
    forwardedFrom: null,
    callerName: null,
    queueTimeMs: 0,
    trunkSid: null,
    groupSid: null,
  };
}
