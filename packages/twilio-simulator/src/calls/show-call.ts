import type { CallHandle } from './call-handle.ts';

/** A call as the control API lists it. */
export function showCall({ call }: CallHandle) {
  const { sid, parentCallSid, from, to, direction, status, forwardedFrom, createdAt, endedAt } = call;
  const { durationSeconds, priceMicros, priceUnit } = call;
  return {
    sid,
    parentCallSid,
    from,
    to,
    direction,
    status,
    forwardedFrom,
    createdAt,
    endedAt,
    durationSeconds,
    priceMicros,
    priceUnit,
  };
}

/** A call with all that was said and all that happened. */
export function showCallInFull(handle: CallHandle) {
  return { ...showCall(handle), transcript: handle.transcript(), events: handle.events() };
}
