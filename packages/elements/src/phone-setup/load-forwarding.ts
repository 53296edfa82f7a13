/** The file that could not be fetched, if any. */
let lost = '';

/**
 * Fetches forwarding and defines it. Browsers remember that a module could not be fetched and do not try again, so the
 * next time it is asked for under a name of its own: https://github.com/whatwg/html/issues/6768
 */
export async function loadForwarding(): Promise<void> {
  try {
    // The same module, whatever it is called.
    const door: typeof import('../forwarding-steps/index.ts') = lost
      ? await import(/* webpackIgnore: true */ /* @vite-ignore */ `${lost}?${Math.random()}`)
      : await import('../forwarding-steps/index.ts');
    door.defineForwarding();
  } catch (error) {
    lost = /https?:[^\s?]+/.exec(String(error))?.[0] ?? '';
    throw error;
  }
}
