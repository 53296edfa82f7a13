import type { Attendance, AttendedCall } from '@numberkit/contract';
import type { CallAnswer, CallOrder, Carrier, CarrierCall } from '../../src/carrier/index.ts';
import type { Clock } from '../../src/clock.ts';
import { scriptedCarrier } from '../purchase/scripted-carrier.ts';

/** What an existing line does with a call, after so many seconds of ringing. */
export type LineBehaviour =
  | { readonly does: 'forwards'; readonly to: string; readonly after?: number; readonly shows?: string }
  | { readonly does: 'answers'; readonly by: 'human' | 'machine'; readonly after?: number }
  | { readonly does: 'is-busy' }
  | { readonly does: 'rings' };

/** What the carrier says to an order for a call: it is placed; it is not; it is, but the answer is lost. */
export type PlaceStep = 'ok' | 'refused' | 'lost-before' | 'lost-after';

interface PlacedCall {
  readonly order: CallOrder;
  readonly sid: string;
  readonly at: number;
  leg?: Promise<Attendance>;
  over?: { readonly at: number; readonly status: CarrierCall['status'] };
}

/**
 * A carrier with existing lines behind it. Calls live by the clock: how one stands is worked out when it is read, and a
 * call that is forwarded arrives at `deliver` then, as it would at the voice webhook.
 */
export function scriptedNetwork(clock: Clock, deliver: (call: AttendedCall) => Promise<Attendance>) {
  const scripted = scriptedCarrier();
  const lines = new Map<string, LineBehaviour>();
  const placed: PlacedCall[] = [];
  const steps: PlaceStep[] = [];
  const hungUp: string[] = [];
  const inbound: CarrierCall[] = [];
  const lookedUp: string[] = [];
  const down = { lists: false };
  /** So many milliseconds is the carrier's clock behind ours. */
  const behind = { milliseconds: 0 };

  const place = (order: CallOrder): PlacedCall => {
    const call = { order, sid: `CAout${placed.length}`, at: clock.now().getTime() };
    placed.push(call);
    return call;
  };
  const arrive = (call: PlacedCall, to: string, shows: string) => {
    const callSid = `CAin${inbound.length}`;
    const startedAt = clock.now();
    inbound.push({
      ...blank,
      sid: callSid,
      from: shows,
      to,
      direction: 'inbound',
      status: 'completed',
      startedAt,
    });
    call.leg = deliver({ callSid, from: shows, to, forwardedFrom: null });
    return call.leg;
  };
  const stand = async (call: PlacedCall): Promise<CarrierCall> => {
    const { order, sid, at } = call;
    const seconds = (clock.now().getTime() - at) / 1_000;
    const base = {
      ...blank,
      sid,
      from: order.from,
      to: order.to,
      startedAt: new Date(at - behind.milliseconds),
    } as const;
    const live = (status: CarrierCall['status'], more: Partial<CarrierCall> = {}): CarrierCall => ({
      ...base,
      direction: 'outbound',
      status,
      ...more,
    });
    if (call.over) return live(call.over.status);
    const line = lines.get(order.to) ?? { does: 'rings' };
    if (line.does === 'is-busy') return live('busy');
    if (seconds >= order.timeoutSeconds && line.does === 'rings') return live('no-answer');
    if (line.does === 'rings' || seconds < (line.after ?? 3)) return live(seconds < 1 ? 'queued' : 'ringing');
    const since = seconds - (line.after ?? 3);
    if (line.does === 'answers') {
      const answered = { answeredBy: line.by };
      return since < 8
        ? live('in-progress', answered)
        : live('completed', { ...answered, durationSeconds: 8 });
    }
    const leg = await (call.leg ?? arrive(call, line.to, line.shows ?? order.from));
    if (leg.kind === 'reject') return live('busy');
    const lasts = leg.kind === 'hold' ? leg.seconds : 8;
    return since < lasts ? live('in-progress') : live('completed', { durationSeconds: lasts });
  };

  const carrier: Carrier = {
    ...scripted.carrier,
    async placeCall(order): Promise<CallAnswer> {
      const step = steps.shift() ?? 'ok';
      if (step === 'refused') return { outcome: 'refused', carrierCode: '21215', detail: 'geo permission' };
      if (step === 'lost-before') return { outcome: 'unknown', detail: 'connection reset' };
      const call = place(order);
      if (step === 'lost-after') return { outcome: 'unknown', detail: 'connection reset' };
      return { outcome: 'placed', call: await stand(call) };
    },
    async readCall(sid) {
      const call = placed.find((one) => one.sid === sid);
      return call && stand(call);
    },
    async hangUpCall(sid) {
      hungUp.push(sid);
      const call = placed.find((one) => one.sid === sid);
      if (call) call.over ??= { at: clock.now().getTime(), status: 'completed' };
    },
    async lookUpLine(phoneNumber) {
      lookedUp.push(phoneNumber);
      return { carrierName: 'Verizon Wireless', kind: 'mobile' };
    },
    async *listCalls({ to, from, since }) {
      if (down.lists) throw new Error('the carrier does not answer');
      const all = [...(await Promise.all(placed.map(stand))), ...inbound];
      yield* all.filter(
        (call) =>
          (to ?? call.to) === call.to &&
          (from ?? call.from) === call.from &&
          (call.startedAt ?? since) >= since,
      );
    },
  };
  return {
    carrier,
    lines,
    placed,
    steps,
    hungUp,
    inbound,
    lookedUp,
    down,
    behind,
    sold: scripted.sold,
    owned: scripted.owned,
  };
}

const blank = { price: null, durationSeconds: null, answeredBy: null } as const;
