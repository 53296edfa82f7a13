/** Thrown through a running verb when the call ended or was redirected; never shown to anybody. */
export class CallCut extends Error {
  override readonly name = 'CallCut';
}

/** The promise's outcome, or {@link CallCut} as soon as the signal is aborted. */
export function untilCut<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cut = () => reject(new CallCut());
    if (signal.aborted) cut();
    signal.addEventListener('abort', cut, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', cut));
  });
}
