import type { Clock } from './clock.ts';

/** How a piece of work with a deadline ended. */
export type Outcome<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'late' }
  | { readonly kind: 'error'; readonly error: unknown };

/** Runs `work` and waits at most `ms` for it. Never rejects; late work goes on in the background. */
export function withinDeadline<T>(work: () => Promise<T> | T, ms: number, clock: Clock): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => resolve({ kind: 'late' }));
    const settle = (outcome: Outcome<T>): void => {
      cancel();
      resolve(outcome);
    };
    const fail = (error: unknown) => settle({ kind: 'error', error });
    try {
      Promise.resolve(work()).then((value) => settle({ kind: 'value', value }), fail);
    } catch (error) {
      fail(error);
    }
  });
}
