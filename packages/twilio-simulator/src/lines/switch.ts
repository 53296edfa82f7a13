import type { ForwardPart } from '../world/index.ts';

/** What dialled keys mean to a carrier's switch. */
export type Command =
  /** Send calls to a number, and begin at once. `number` is as dialled. */
  | {
      readonly kind: 'register';
      readonly parts: readonly ForwardPart[];
      readonly number: string;
      readonly ringSeconds: number | null;
    }
  /** Begin again with the number that is registered. */
  | { readonly kind: 'activate'; readonly parts: readonly ForwardPart[] }
  /** Stop, and keep the number. */
  | { readonly kind: 'deactivate'; readonly parts: readonly ForwardPart[] }
  /** Stop, and forget the number. */
  | { readonly kind: 'erase'; readonly parts: readonly ForwardPart[] }
  | { readonly kind: 'query'; readonly parts: readonly ForwardPart[] }
  /** A code whose number comes after a second dial tone. */
  | { readonly kind: 'await-number'; readonly code: string };

/** One family of codes. */
export interface Switch {
  /** Undefined for keys that are no code of the family. */
  read(keys: string): Command | undefined;
  /** How it says yes: a text on the display, or two beeps. */
  readonly confirms: 'message' | 'two-beeps';
}

/** A switch that knows the codes of several families; it confirms as the first does. */
export function joinSwitches(first: Switch, ...others: readonly Switch[]): Switch {
  return {
    confirms: first.confirms,
    read: (keys) => {
      for (const family of [first, ...others]) {
        const command = family.read(keys);
        if (command !== undefined) return command;
      }
      return undefined;
    },
  };
}
