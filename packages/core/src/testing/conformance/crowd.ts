import type { Storage } from '../../storage/index.ts';
import type { CaseContext } from './conformance-case.ts';

/** Callers that want the same thing at the same moment. */
export const CROWD = 50;
const CONNECTIONS = 4;

/** Lets 50 callers, spread over several connections, do the same at once; answers in the order of the callers. */
export async function crowd<T>(
  { storage, connect }: CaseContext,
  act: (storage: Storage, caller: number) => Promise<T>,
): Promise<T[]> {
  const storages = [storage];
  while (storages.length < CONNECTIONS) storages.push(await connect());
  return Promise.all(
    Array.from({ length: CROWD }, (_, caller) => act(storages[caller % CONNECTIONS] ?? storage, caller)),
  );
}

/** How many of the answers were yes. */
export function countYes(answers: readonly boolean[]): number {
  return answers.filter(Boolean).length;
}
