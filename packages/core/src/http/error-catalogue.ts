import { carrierErrors } from '../carrier/index.ts';
import type { ErrorKind } from '../errors.ts';
import { forwardingErrors } from '../forwarding/index.ts';
import { accessErrors, limitErrors } from '../guard/index.ts';
import { numberErrors, searchErrors } from '../numbers/index.ts';
import { poolErrors } from '../pool/index.ts';
import { privacyErrors } from '../privacy/index.ts';
import { storageErrors } from '../storage/index.ts';
import { sweepErrors } from '../sweeps/index.ts';
import { tenantIdErrors } from '../tenant-id.ts';
import { tenantErrors } from '../tenants/index.ts';
import { httpErrors } from './errors.ts';
import { nodeErrors } from './node/index.ts';

/** The errors of one room. */
export interface ErrorGroup {
  /** Heading in docs/errors.md. */
  readonly title: string;
  readonly errors: Readonly<Record<string, ErrorKind>>;
}

/**
 * Every error that numberkit can throw or answer. A room that defines errors adds its object here; then run
 * `node packages/core/scripts/write-errors-page.ts`.
 */
export const errorCatalogue: readonly ErrorGroup[] = [
  { title: 'Tenants', errors: { ...tenantIdErrors, ...tenantErrors } },
  { title: 'Numbers', errors: { ...searchErrors, ...numberErrors } },
  { title: 'The pool', errors: poolErrors },
  { title: 'Forwarding', errors: forwardingErrors },
  { title: 'Sweeps', errors: sweepErrors },
  { title: 'The carrier', errors: carrierErrors },
  { title: 'Limits', errors: limitErrors },
  { title: 'Keys and secrets', errors: privacyErrors },
  { title: 'Storage', errors: storageErrors },
  { title: 'Access', errors: accessErrors },
  { title: 'The HTTP API', errors: httpErrors },
  { title: "Node's server", errors: nodeErrors },
];
