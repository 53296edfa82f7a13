import { callCases } from './call-cases.ts';
import { claimAtOnceCases } from './claim-at-once-cases.ts';
import type { ConformanceCase, ConformanceSubject } from './conformance-case.ts';
import { encryptionCases } from './encryption-cases.ts';
import { firstStart } from './first-start-case.ts';
import { forwardingCases } from './forwarding-cases.ts';
import { forwardingTestCases } from './forwarding-test-cases.ts';
import { leaseCases } from './lease-cases.ts';
import { lifeCases } from './life-cases.ts';
import { lifetimeCases } from './lifetime-cases.ts';
import { limitCases } from './limit-cases.ts';
import { numberCases } from './number-cases.ts';
import { operationCases } from './operation-cases.ts';
import { poolCases } from './pool-cases.ts';
import { poolClaimCases } from './pool-claim-cases.ts';
import { routeCases } from './route-cases.ts';
import { runCase } from './run-case.ts';
import { tenantCases } from './tenant-cases.ts';
import { trailCases } from './trail-cases.ts';
import { transactionCases } from './transaction-cases.ts';

const bodies = [
  ...numberCases,
  ...poolCases,
  ...poolClaimCases,
  ...claimAtOnceCases,
  ...leaseCases,
  ...operationCases,
  ...lifeCases,
  ...tenantCases,
  ...trailCases,
  ...callCases,
  ...limitCases,
  ...routeCases,
  ...forwardingCases,
  ...forwardingTestCases,
  ...transactionCases,
  ...encryptionCases,
  ...lifetimeCases,
];

/**
 * What every storage must do, as plain cases for any test runner: each verb, each race that the ports describe
 * (50 callers over several connections), rollback, visibility, encryption at rest, key rotation and first start.
 * numberkit runs it on its own adapters; run it on yours.
 *
 * Each case opens an empty database of its own and disposes of it. A case that fails rejects with an
 * `AssertionError` of `node:assert`.
 *
 * @example
 * for (const { title, run } of storageConformance({ name: 'my database', open })) test(title, run);
 */
export function storageConformance(subject: ConformanceSubject): readonly ConformanceCase[] {
  return [
    {
      title: `${subject.name}: eight processes that start on an empty database migrate it once`,
      run: () => firstStart(subject),
    },
    ...bodies.map((body) => ({
      title: `${subject.name}: ${body.title}`,
      run: () => runCase(subject, body),
    })),
  ];
}
