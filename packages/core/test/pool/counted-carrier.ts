import type { Carrier } from '../../src/carrier/index.ts';

/** A carrier whose calls are counted, whatever they are. */
export function countedCarrier(carrier: Carrier): {
  readonly carrier: Carrier;
  readonly calls: () => number;
} {
  let calls = 0;
  const counted = new Proxy(carrier, {
    get(target, name, receiver) {
      const part: unknown = Reflect.get(target, name, receiver);
      if (typeof part !== 'function') return part;
      return (...values: unknown[]): unknown => {
        calls += 1;
        return Reflect.apply(part, target, values);
      };
    },
  });
  return { carrier: counted, calls: () => calls };
}
