import { NumberkitError } from '../errors.ts';
import { numberErrors } from './errors.ts';

/** What the life of a number has to know of forwardings; their store, seen from here. */
export interface ForwardedNumbers {
  /** The forwarding to this number that is not proved off; last word in a transaction that has moved the number. */
  findByNumber(numberId: string): Promise<{ readonly id: string } | undefined>;
}

/**
 * A number that a line still forwards to is not given up: whoever gets it next would get that line's calls. Asked in the
 * transaction that moves the number, after the move: the number's row is locked then, so a forwarding comes wholly
 * before, and is seen, or wholly after, and finds the number moved.
 * @throws NumberkitError `forwarding-not-off`; the move is rolled back
 */
export async function refuseForwarded(
  { forwardings }: { readonly forwardings: ForwardedNumbers },
  numberId: string,
): Promise<void> {
  const forwarding = await forwardings.findByNumber(numberId);
  if (!forwarding) return;
  throw new NumberkitError(numberErrors.forwardingNotOff, {
    detail: `Forwarding ${forwarding.id} may still send a line's calls to this number. Nothing was changed.`,
  });
}
