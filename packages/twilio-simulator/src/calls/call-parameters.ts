import type { CallNetwork, Geography } from './call-network.ts';
import type { CallSubject } from './call-subject.ts';

/**
 * The parameters that every request about a call carries.
 * Source: https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export function callParameters(leg: CallSubject, network: CallNetwork): Record<string, string> {
  const { call } = leg;
  const from = network.geographyOf(call.from);
  const to = network.geographyOf(call.to);
  return {
    AccountSid: network.world.account.sid,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    CallStatus: call.status,
    Direction: call.direction,
    From: call.from,
    To: call.to,
    Caller: call.from,
    Called: call.to,
    ...placed('From', from),
    ...placed('Caller', from),
    ...placed('To', to),
    ...placed('Called', to),
    ...(call.forwardedFrom === null ? {} : { ForwardedFrom: call.forwardedFrom }),
    ...(call.callerName === null ? {} : { CallerName: call.callerName }),
    ...(call.parentCallSid === null ? {} : { ParentCallSid: call.parentCallSid }),
    ...(call.answeredBy === null ? {} : { AnsweredBy: call.answeredBy }),
    ...(leg.stirVerstat === undefined ? {} : { StirVerstat: leg.stirVerstat }),
  };
}

function placed(prefix: string, place: Geography): Record<string, string> {
  return {
    [`${prefix}City`]: place.city,
    [`${prefix}State`]: place.state,
    [`${prefix}Zip`]: place.zip,
    [`${prefix}Country`]: place.country,
  };
}
