import type { Clock } from '../clock.ts';
import type { Operation, OperationKind, OperationStore } from './operation-store.ts';

/**
 * Settles one operation by asking the carrier. Each kind of operation has one, given by the room that intends it.
 * @returns is it settled now? `false` leaves it unknown for the next sweep.
 */
export type Resolver = (operation: Operation) => Promise<boolean>;

/** What the sweep needs from outside. */
export interface SettleOperationsDeps {
  readonly open: () => Promise<{ readonly operations: OperationStore }>;
  readonly clock: Clock;
  /** An operation whose kind has none is reported to `onError` and stays open. */
  readonly resolvers: Readonly<Partial<Record<OperationKind, Resolver>>>;
  /** Told when a resolver threw; the operation stays unknown. */
  readonly onError: (operationId: string, error: unknown) => void;
}

/** What one sweep did. */
export interface SettleReport {
  /** Operations taken up. */
  readonly due: number;
  readonly settled: number;
  /** Still unknown; the next sweep asks again. */
  readonly open: number;
}

const BATCH = 20;
const LEASE_MILLISECONDS = 60_000;

/**
 * The sweep `settle-operations`: takes over operations whose process died or never got a clear answer, and settles
 * them. Any number of processes may run it; each operation goes to one of them.
 */
export function createSettleOperations(deps: SettleOperationsDeps): () => Promise<SettleReport> {
  return async () => {
    const { operations } = await deps.open();
    const now = deps.clock.now();
    const due = await operations.claimDue(now, new Date(now.getTime() + LEASE_MILLISECONDS), BATCH);
    let settled = 0;
    for (const operation of due) {
      try {
        const resolve = deps.resolvers[operation.kind];
        if (!resolve) throw new Error(`nothing resolves operations of the kind ${operation.kind}`);
        if (await resolve(operation)) settled += 1;
      } catch (error) {
        deps.onError(operation.id, error);
      }
    }
    return { due: due.length, settled, open: due.length - settled };
  };
}
