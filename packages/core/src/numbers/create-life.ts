import type { Resolver } from '../ledger/index.ts';
import { type RepointProgress, type RepointRequest, repointEstate } from './estate/index.ts';
import type { LifeDeps } from './life-deps.ts';
import { createNumberHistory, type NumberHistory } from './number-history.ts';
import {
  type ReclaimingNumber,
  type ReclaimPolicy,
  type ReclaimReport,
  type StartReclaimRequest,
  setReclaimPolicy,
  startReclaim,
  sweepReclaim,
  type UndoReclaimRequest,
  undoReclaim,
} from './reclaim/index.ts';
import { createReleaseNumber, type ReleaseNumber, resolveRelease } from './release/index.ts';
import { createTransferNumber, type TransferNumber } from './transfer-number.ts';

/** What happens to a number after it was bought. */
export interface NumberLife {
  /**
   * Gives a number back to the carrier. Its calls stop at once. Answers `releasing` while the carrier has not
   * confirmed; the sweep `settle-operations` goes on until it has. Releasing again answers how far it is.
   * @throws NumberkitError `number-not-found`, `wrong-state`, `forwarding-not-off`, `invalid-purchase` and
   * `idempotency-conflict` (the key)
   * @example
   * const actor = { kind: 'operator', id: 'jo' } as const;
   * await numberkit.numbers.release({ numberId: 'num_01…', actor, reason: 'bought by mistake' });
   */
  readonly release: ReleaseNumber;
  /**
   * Moves a number to another tenant in one step: the next call reaches the new owner's agent.
   * @throws NumberkitError `number-not-found`, `wrong-owner`, `wrong-state`, `forwarding-not-off`, `limit-reached`,
   * `invalid-transfer`
   * @example
   * await numberkit.numbers.transfer({
   *   numberId: 'num_01…', fromTenantId: 'acme', toTenantId: 'beta', actor, reason: 'acme sold its shop',
   * });
   */
  readonly transfer: TransferNumber;
  /**
   * The whole trail of a number, oldest first, under all its owners.
   * @throws NumberkitError `number-not-found`
   */
  readonly history: NumberHistory;
  /**
   * A tenant has left: after a grace period with warnings its numbers take no calls, rest, and go back to the pool or
   * to the carrier, as the option `reclaim` says. A number that is in its grace period already keeps it.
   * @returns the numbers in their grace period and when it ends
   * @throws NumberkitError `number-not-found`, `wrong-state`, `invalid-reclaim`, `invalid-tenant-id`
   * @example
   * await numberkit.numbers.startReclaim({ tenantId: 'acme', graceDays: 14, actor, reason: 'subscription ended' });
   */
  startReclaim(request: StartReclaimRequest): Promise<readonly ReclaimingNumber[]>;
  /**
   * The tenant stays: ends the grace period of its numbers, which keep their calls.
   * @returns ids of the numbers that were in one
   * @throws NumberkitError `number-not-found`, `wrong-state`, `invalid-reclaim`, `invalid-tenant-id`
   */
  undoReclaim(request: UndoReclaimRequest): Promise<readonly string[]>;
  /**
   * Points every number at other addresses, such as after a change of the public URL: set the option `voice` first,
   * so that numbers bought meanwhile are right, then read this to its end. It may be stopped, or die, at any moment;
   * the next call goes on. Numbers of other programs in the account are not touched.
   * @example
   * for await (const { pointed, left, failed } of numberkit.numbers.repoint({ actor, reason: 'new domain' })) {
   *   console.log(`${pointed} of ${pointed + left}, ${failed.length} failed`);
   * }
   */
  repoint(request: RepointRequest): AsyncIterable<RepointProgress>;
}

/** What the life of a number needs from outside. */
export interface CreateLifeDeps extends LifeDeps {
  readonly reclaim?: ReclaimPolicy;
  /** Told when a sweep could not take one number's step; the next run tries again. */
  readonly onError: (numberId: string, error: unknown) => void;
}

/** The verbs, the resolver of unsettled releases, and the sweep `reclaim`. */
export interface LifeParts {
  readonly life: NumberLife;
  readonly resolveRelease: Resolver;
  readonly sweepReclaim: () => Promise<ReclaimReport>;
}

/** Puts the life of a number together. */
export function createLife(deps: CreateLifeDeps): LifeParts {
  const policy = setReclaimPolicy(deps.reclaim ?? {});
  const release = createReleaseNumber(deps);
  return {
    life: {
      release,
      transfer: createTransferNumber(deps),
      history: createNumberHistory(deps),
      startReclaim: (request) => startReclaim(deps, policy, request),
      undoReclaim: (request) => undoReclaim(deps, request),
      repoint: (request) => repointEstate(deps, request),
    },
    resolveRelease: (operation) => resolveRelease(deps, operation),
    sweepReclaim: () => sweepReclaim({ ...deps, release }, policy),
  };
}
