import { expect, test } from 'vitest';
import { systemClock } from '../clock.ts';
import type { Operation, OperationStore } from './operation-store.ts';
import { createSettleOperations } from './settle-operations.ts';

const operation = (id: string): Operation => ({
  id,
  kind: 'buy-number',
  state: 'unknown',
  tenantId: 'acme',
  idempotencyKey: id,
  attempt: 1,
  fingerprint: 'f',
  numberId: `num_${id}`,
  alternatives: [],
  price: null,
  limitWindow: '2026-11-22',
  calls: 1,
  leaseUntil: new Date(0),
  failure: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
});

/** The sweep uses one verb of the store; the rest would be noise here. */
function openWith(due: readonly Operation[]) {
  const claimDue: OperationStore['claimDue'] = async () => due;
  return async () => ({ operations: { claimDue } as OperationStore });
}

test('the sweep counts what it settled and what stays open', async () => {
  const sweep = createSettleOperations({
    open: openWith([operation('op_1'), operation('op_2'), operation('op_3')]),
    clock: systemClock,
    resolvers: { 'buy-number': async ({ id }) => id !== 'op_2' },
    onError: () => undefined,
  });
  expect(await sweep()).toEqual({ due: 3, settled: 2, open: 1 });
});

test('one operation that cannot be settled does not keep the others from it', async () => {
  const failed: string[] = [];
  const sweep = createSettleOperations({
    open: openWith([operation('op_1'), operation('op_2')]),
    clock: systemClock,
    resolvers: {
      'buy-number': async ({ id }) => {
        if (id === 'op_1') throw new Error('the carrier is away');
        return true;
      },
    },
    onError: (id) => failed.push(id),
  });
  expect(await sweep()).toEqual({ due: 2, settled: 1, open: 1 });
  expect(failed).toEqual(['op_1']);
});
