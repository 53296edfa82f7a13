import type { Carrier } from '../../src/carrier/index.ts';
import type { Storage, Stores } from '../../src/storage/index.ts';

/** What a process that is dead throws at whatever it still wanted to do. */
export class Crash extends Error {
  constructor(point: string) {
    super(`the process died at ${point}`);
  }
}

/** A process that dies at one of its steps. */
export interface Mortal {
  readonly carrier: Carrier;
  readonly storage: Storage;
  /** Every step it came to, such as `carrier.buyNumber, after`, in order. */
  readonly points: readonly string[];
  /** Has it died? Nothing that it answers afterwards was heard by anybody. */
  isDead(): boolean;
}

type Verb = (...input: never[]) => unknown;

/**
 * The carrier and the storage of a process that dies at its step number `fatal` (0 is the first). Each call is two
 * steps: before it takes effect, and after it did but before the process knows. Inside a transaction a call is one
 * step, and dying there rolls the transaction back, as a broken connection does. Once dead, nothing works any more, so
 * that code which swallows errors does nothing more either.
 */
export function mortal(carrier: Carrier, storage: Storage, fatal = Number.POSITIVE_INFINITY): Mortal {
  const points: string[] = [];
  let dead: string | undefined;
  const step = (point: string) => {
    if (dead !== undefined) throw new Crash(dead);
    points.push(point);
    if (points.length - 1 < fatal) return;
    dead = point;
    throw new Crash(point);
  };
  const outside =
    (name: string, verb: Verb) =>
    async (...input: never[]) => {
      step(`${name}, before`);
      const answer = await verb(...input);
      step(`${name}, after`);
      return answer;
    };
  const inside =
    (name: string, verb: Verb) =>
    async (...input: never[]) => {
      step(`${name}, in the transaction`);
      return verb(...input);
    };
  const { transaction, migrate, close, routes, ...stores } = storage;
  const spoiled = (each: Stores, spoil: typeof outside) =>
    // Each value is a store, and spoilt by the same verbs it had.
    Object.fromEntries(
      Object.entries(each).map(([name, store]) => [name, spoilVerbs(name, store, spoil)]),
    ) as unknown as Stores;
  return {
    points,
    isDead: () => dead !== undefined,
    carrier: { ...carrier, ...spoilVerbs('carrier', withoutLists(carrier), outside) },
    storage: {
      ...storage,
      ...spoiled(stores, outside),
      async transaction(work) {
        step('transaction, before');
        const answer = await transaction((within) => work(spoiled(within, inside)));
        step('transaction, after');
        return answer;
      },
    },
  };
}

function spoilVerbs<T extends object>(name: string, verbs: T, spoil: (name: string, verb: Verb) => Verb): T {
  // The same keys, each with a function of the same type.
  return Object.fromEntries(
    Object.entries(verbs).map(([key, verb]) => [
      key,
      typeof verb === 'function' ? spoil(`${name}.${key}`, verb as Verb) : verb,
    ]),
  ) as T;
}

/** Lists answer step by step and change nothing, so they are left as they are. */
function withoutLists({
  listNumbers,
  listCalls,
  ...verbs
}: Carrier): Omit<Carrier, 'listNumbers' | 'listCalls'> {
  return verbs;
}

/**
 * Runs a scenario once unharmed to learn its steps, then once for each step with a process that dies there.
 * @param run gets which step is fatal and a number that is different in each run, for names; tells the steps it took.
 * @returns the names of all steps that were tried.
 */
export async function everyStep(
  run: (fatal: number, round: number) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const points = await run(Number.POSITIVE_INFINITY, 0);
  for (let fatal = 0; fatal < points.length; fatal += 1) {
    try {
      await run(fatal, fatal + 1);
    } catch (error) {
      throw new Error(`dead at step ${fatal}, ${points[fatal]}`, { cause: error });
    }
  }
  return points;
}
