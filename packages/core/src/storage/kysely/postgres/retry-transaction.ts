import type { Clock } from '../../../clock.ts';
import { isTransient } from './postgres-problems.ts';

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 5;

/**
 * Runs a transaction again when PostgreSQL gave it up for the sake of others. Only a transaction that certainly
 * was rolled back is repeated: both codes promise that. A connection lost during COMMIT is not repeated.
 */
export async function retryTransaction<T>(
  run: () => Promise<T>,
  clock: Clock,
  random: () => number = Math.random,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
    }
    // Different pauses, so that two transactions that blocked each other do not meet again.
    await clock.sleep(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + random()));
  }
}
