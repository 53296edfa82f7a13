import { performance } from 'node:perf_hooks';
import type { Contender } from './contenders.ts';

/** One round of one contender. */
export interface Round {
  readonly claimed: number;
  readonly duplicates: number;
  readonly perSecond: number;
  /** Of each claim, in milliseconds, ascending. */
  readonly latencies: readonly number[];
}

/** Many clients claim as fast as they can until nothing is left. */
export async function runRound(contender: Contender, clients: number): Promise<Round> {
  await contender.reset();
  const ids: string[] = [];
  const latencies: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; ; turn += 1) {
        const began = performance.now();
        const id = await contender.claim(client, turn);
        if (id === undefined) return;
        latencies.push(performance.now() - began);
        ids.push(id);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  return {
    claimed: ids.length,
    duplicates: ids.length - new Set(ids).size,
    perSecond: ids.length / seconds,
    latencies: latencies.sort((a, b) => a - b),
  };
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** @param share 0.99 for the 99th percentile. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? Number.NaN;
}
