import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_QUESTIONS_MS = 100;

/** Resolves once the address answers with a status below 500; throws after the deadline, with the last answer. */
export async function waitUntilServing(url: string, deadlineMs: number): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  let answer = 'no answer';
  while (performance.now() < deadline) {
    const status = await askStatus(url);
    if (status !== undefined && status < 500) return;
    if (status !== undefined) answer = `status ${status}`;
    await pause(BETWEEN_QUESTIONS_MS);
  }
  throw new Error(`${url} does not serve after ${deadlineMs / 1000} s: ${answer}`);
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
