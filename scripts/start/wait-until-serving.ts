import { setTimeout as pause } from 'node:timers/promises';

/** Resolves once the address answers with a status below 500; throws after the deadline. */
export async function waitUntilServing(url: string, deadlineMs: number): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (performance.now() < deadline) {
    const status = await askStatus(url);
    if (status !== undefined && status < 500) return;
    await pause(100);
  }
  throw new Error(`${url} did not answer within ${deadlineMs / 1000} s`);
}

async function askStatus(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return response.status;
  } catch {
    // Not listening yet, or not answering yet: the caller asks again until its deadline.
    return undefined;
  }
}
