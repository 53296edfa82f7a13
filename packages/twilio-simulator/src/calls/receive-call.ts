import type { OwnedNumber, World } from '../world/index.ts';
import { PRICES, voiceRouteOf } from '../world/index.ts';
import type { CallLeg } from './call-leg.ts';
import type { Exchange, IncomingCall } from './exchange.ts';
import { apologise, runCall } from './run-call.ts';

/** A call to a number: nobody's is out of service, the account's goes to whoever is set to answer it. */
export function receiveCall(exchange: Exchange, incoming: IncomingCall): CallLeg {
  const number = exchange.world.numbers.byPhoneNumber(incoming.to);
  const leg = openIncoming(exchange, incoming, number);
  // Recorded after the caller of this function could subscribe, so that nothing is missed.
  leg.track(Promise.resolve().then(() => answerWith(exchange, leg, number)));
  return leg;
}

function openIncoming(exchange: Exchange, incoming: IncomingCall, number: OwnedNumber | undefined): CallLeg {
  const { statusCallback = '', statusCallbackMethod = 'POST', voiceFallbackUrl = '' } = number ?? {};
  const lookUp = number?.voiceCallerIdLookup === true;
  const leg = exchange.openLeg({
    ...incoming,
    direction: 'inbound',
    phoneNumberSid: number?.sid ?? null,
    callerName: lookUp ? (incoming.callerName ?? '') : null,
    statusCallback: statusCallback === '' ? undefined : { url: statusCallback, method: statusCallbackMethod },
    fallback:
      number && voiceFallbackUrl !== ''
        ? { url: voiceFallbackUrl, method: number.voiceFallbackMethod }
        : undefined,
    ofAccount: number !== undefined,
  });
  if (number && lookUp) chargeLookUp(exchange.world, leg, number);
  return leg;
}

async function answerWith(exchange: Exchange, leg: CallLeg, number: OwnedNumber | undefined): Promise<void> {
  if (!number) {
    leg.line.speak('twilio', 'The number you have dialed is not in service.');
    leg.end('failed');
    return;
  }
  leg.ring();
  const route = voiceRouteOf(number);
  if (route.kind === 'url') {
    const callback = { url: route.url, method: route.method };
    await runCall(exchange, leg, { kind: 'fetch', purpose: 'voice', callback, params: {} });
    return;
  }
  const reasons = {
    trunk: 'The number is set to a SIP trunk, which outranks its VoiceUrl. The simulator has no trunks.',
    application:
      'The number is set to an application, which outranks its VoiceUrl. The simulator has no applications.',
    none: 'The number has no VoiceUrl.',
  };
  leg.log.record({ kind: 'error', code: 11_100, message: reasons[route.kind] });
  apologise(leg);
  leg.end('completed');
}

function chargeLookUp(world: World, leg: CallLeg, number: OwnedNumber): void {
  world.bill.charge({
    at: world.clock.now(),
    kind: 'lookup',
    category: 'calleridlookups',
    sid: leg.call.sid,
    phoneNumber: number.phoneNumber,
    description: `Caller name of ${leg.call.from}`,
    amountMicros: PRICES.callerIdLookup,
    currency: PRICES.currency,
    quantity: 1,
    tag: number.friendlyName,
  });
}
