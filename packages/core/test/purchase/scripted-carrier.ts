import type {
  BuyAnswer,
  CallOrder,
  Carrier,
  CarrierCall,
  CarrierNumber,
  NumberOrder,
  NumberSettings,
  ReleaseAnswer,
} from '../../src/carrier/index.ts';

/**
 * What happens to one call: `ok`; a clear refusal; or an unclear answer before the purchase took effect, or after.
 */
export type BuyStep =
  | 'ok'
  | 'unavailable'
  | 'restricted'
  | 'account'
  | 'lost-before'
  | 'lost-after'
  | 'throws-after';
/** One look-up: answered, or not. */
export type FindStep = 'ok' | 'fails';
/** One release: done; refused; or an unclear answer before it took effect, or after. */
export type ReleaseStep = 'ok' | 'refused' | 'lost-before' | 'lost-after' | 'throws-after';
/** One request to clear an emergency address, or to point a number elsewhere. */
export type ChangeStep = 'ok' | 'fails';

/** What the carrier will do, call by call; `ok` when nothing is left of a list. */
export interface CarrierScript {
  readonly buys?: readonly BuyStep[];
  readonly finds?: readonly FindStep[];
  readonly releases?: readonly ReleaseStep[];
  readonly clears?: readonly ChangeStep[];
  readonly configures?: readonly ChangeStep[];
}

/** A carrier whose every answer the test decides; what it sold is its own truth, apart from our records. */
export function scriptedCarrier(script: CarrierScript = {}) {
  const buys = [...(script.buys ?? [])];
  const finds = [...(script.finds ?? [])];
  const releases = [...(script.releases ?? [])];
  const clears = [...(script.clears ?? [])];
  const configures = [...(script.configures ?? [])];
  const owned = new Map<string, CarrierNumber>();
  /** Every sale, in order: what would be on the bill. */
  const sold: string[] = [];
  const orders: NumberOrder[] = [];
  const soldElsewhere = new Set<string>();
  /** SIDs of every request to give a number back, in order. */
  const releaseRequests: string[] = [];
  /** SIDs of every number pointed elsewhere, in order. */
  const configured: string[] = [];
  const callOrders: CallOrder[] = [];
  const calls: CarrierCall[] = [];
  /** SIDs of every call ended, in order. */
  const hungUp: string[] = [];
  /** Every line asked about, in order: what would be on the bill. */
  const lookedUp: string[] = [];
  const elsewhere: { onBuy?: (order: NumberOrder) => Promise<void> } = {};

  const bySid = (sid: string) => [...owned.values()].find((each) => each.sid === sid);
  const sell = (order: NumberOrder): CarrierNumber => {
    // As Twilio does: a number the account has already is overwritten, and not charged again.
    if (!owned.has(order.phoneNumber)) sold.push(order.phoneNumber);
    const number = own(order.phoneNumber, order.tag, order);
    owned.set(order.phoneNumber, number);
    return number;
  };

  const carrier: Carrier = {
    name: 'scripted',
    searchNumbers: async () => [],
    async findNumber(phoneNumber) {
      if ((finds.shift() ?? 'ok') === 'fails') throw new Error('the carrier does not answer');
      return owned.get(phoneNumber);
    },
    async buyNumber(order): Promise<BuyAnswer> {
      orders.push(order);
      await elsewhere.onBuy?.(order);
      const step = buys.shift() ?? 'ok';
      if (step === 'unavailable' || step === 'restricted' || step === 'account') {
        return {
          outcome: 'refused',
          reason: step,
          carrierCode: '1',
          detail: `${order.phoneNumber} is ${step}`,
        };
      }
      if (step === 'lost-before') return { outcome: 'unknown', detail: 'connection reset' };
      if (soldElsewhere.has(order.phoneNumber)) {
        return { outcome: 'refused', reason: 'unavailable', carrierCode: '21422', detail: 'not available' };
      }
      const number = sell(order);
      if (step === 'lost-after') return { outcome: 'unknown', detail: 'connection reset' };
      if (step === 'throws-after') throw new Error('adapter broke');
      return { outcome: 'bought', number };
    },
    async configureNumber(sid, settings) {
      if ((configures.shift() ?? 'ok') === 'fails') throw new Error('the carrier does not answer');
      configured.push(sid);
      const number = bySid(sid);
      if (!number) throw new Error('no such number');
      const pointed = own(number.phoneNumber, number.tag, settings);
      owned.set(number.phoneNumber, pointed);
      return pointed;
    },
    numberPrices: async () => ({ local: { amountMicros: 1_150_000, currency: 'USD' } }),
    readAccount: async () => ({ id: 'AC1', status: 'active', trial: false }),
    async *listNumbers() {
      yield* [...owned.values()];
    },
    async releaseNumber(sid): Promise<ReleaseAnswer> {
      releaseRequests.push(sid);
      const step = releases.shift() ?? 'ok';
      if (step === 'refused') return { outcome: 'refused', carrierCode: '1', detail: 'the account sleeps' };
      if (step === 'lost-before') return { outcome: 'unknown', detail: 'connection reset' };
      const number = bySid(sid);
      if (number && number.emergencyAddress !== 'none') {
        return { outcome: 'blocked', carrierCode: '1', detail: 'an emergency address is registered' };
      }
      if (number) owned.delete(number.phoneNumber);
      if (step === 'lost-after') return { outcome: 'unknown', detail: 'connection reset' };
      if (step === 'throws-after') throw new Error('adapter broke');
      return { outcome: number ? 'released' : 'gone' };
    },
    async clearEmergencyAddress(sid) {
      if ((clears.shift() ?? 'ok') === 'fails') throw new Error('the carrier does not answer');
      const number = bySid(sid);
      if (!number) throw new Error('no such number');
      const clearing: CarrierNumber =
        number.emergencyAddress === 'none' ? number : { ...number, emergencyAddress: 'clearing' };
      owned.set(number.phoneNumber, clearing);
      return clearing;
    },
    async placeCall(order) {
      callOrders.push(order);
      const call: CarrierCall = {
        sid: `CA${String(callOrders.length).padStart(32, '0')}`,
        from: order.from,
        to: order.to,
        direction: 'outbound',
        status: 'queued',
        startedAt: null,
        durationSeconds: null,
        price: null,
        answeredBy: null,
      };
      return { outcome: 'placed', call };
    },
    readCall: async (sid) => calls.find((call) => call.sid === sid),
    async hangUpCall(sid) {
      hungUp.push(sid);
    },
    async lookUpLine(phoneNumber) {
      lookedUp.push(phoneNumber);
      return { carrierName: null, kind: null };
    },
    async *listCalls({ to, from, since }) {
      yield* calls.filter(
        (call) =>
          (to === undefined || call.to === to) &&
          (from === undefined || call.from === from) &&
          (call.startedAt === null || call.startedAt >= since),
      );
    },
  };
  return {
    carrier,
    owned,
    sold,
    orders,
    soldElsewhere,
    elsewhere,
    releaseRequests,
    configured,
    callOrders,
    calls,
    hungUp,
    lookedUp,
  };
}

/** A number as the carrier keeps it. */
export function own(phoneNumber: string, tag: string, settings: NumberSettings): CarrierNumber {
  return {
    sid: `PN${phoneNumber.slice(1).padStart(32, '0')}`,
    phoneNumber,
    tag,
    voiceUrl: settings.voiceUrl,
    voiceMethod: 'POST',
    voiceFallbackUrl: settings.voiceFallbackUrl ?? null,
    voiceFallbackMethod: 'POST',
    statusCallback: settings.statusCallback ?? null,
    statusCallbackMethod: 'POST',
    trunkSid: null,
    applicationSid: null,
    type: 'local',
    createdAt: null,
    emergencyAddress: 'none',
  };
}
