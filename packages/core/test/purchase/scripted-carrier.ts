import type {
  BuyAnswer,
  Carrier,
  CarrierNumber,
  NumberOrder,
  NumberSettings,
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

/** A carrier whose every answer the test decides; what it sold is its own truth, apart from our records. */
export function scriptedCarrier(script: { buys?: BuyStep[]; finds?: FindStep[] } = {}) {
  const buys = [...(script.buys ?? [])];
  const finds = [...(script.finds ?? [])];
  const owned = new Map<string, CarrierNumber>();
  /** Every sale, in order: what would be on the bill. */
  const sold: string[] = [];
  const orders: NumberOrder[] = [];
  const soldElsewhere = new Set<string>();
  const elsewhere: { onBuy?: (order: NumberOrder) => Promise<void> } = {};

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
      const number = [...owned.values()].find((each) => each.sid === sid);
      if (!number) throw new Error('no such number');
      const pointed = own(number.phoneNumber, number.tag, settings);
      owned.set(number.phoneNumber, pointed);
      return pointed;
    },
    numberPrices: async () => ({ local: { amountMicros: 1_150_000, currency: 'USD' } }),
  };
  return { carrier, owned, sold, orders, soldElsewhere, elsewhere };
}

/** A number as the carrier keeps it. */
export function own(phoneNumber: string, tag: string, settings: NumberSettings): CarrierNumber {
  return {
    sid: `PN${phoneNumber.slice(1).padStart(32, '0')}`,
    phoneNumber,
    tag,
    voiceUrl: settings.voiceUrl,
    voiceFallbackUrl: settings.voiceFallbackUrl ?? null,
    statusCallback: settings.statusCallback ?? null,
    trunkSid: null,
    applicationSid: null,
  };
}
