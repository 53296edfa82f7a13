import { NumberkitError } from '../errors.ts';
import { assertTenantId } from '../tenant-id.ts';
import { accessErrors } from './access-errors.ts';

/** `tenant` acts for one tenant; `operator` is the host's own staff. */
export type Role = 'tenant' | 'operator';

/** Who is asking, and what they may do. */
export interface Access {
  /** The host's own id of its customer, the one acted for. */
  readonly tenantId: string;
  readonly role: Role;
  /** What the tenant may do beyond the ordinary, such as `port-in`; added to those of its record. */
  readonly entitlements?: readonly string[];
  /** The host's id of the person, for the trail; the tenant's id when absent. */
  readonly actorId?: string;
}

/**
 * Answers who is asking, from whatever the host uses: a cookie, a header, a session store. `null` means nobody;
 * the request is then answered 401. What it throws is answered 500 and logged, unless it is a NumberkitError.
 *
 * @example
 * const authorize: Authorize = async (request) => {
 *   const user = await readSession(request.headers.get('cookie'));
 *   return user ? { tenantId: user.companyId, role: 'tenant' } : null;
 * };
 */
export type Authorize = (request: Request) => Access | null | Promise<Access | null>;

/**
 * Checks what a host's function answered, because a program without types may answer anything.
 * @throws NumberkitError `invalid-access`
 */
export function checkAccess(answer: unknown): Access {
  if (typeof answer !== 'object' || answer === null) throw invalidAccess('It is not an object.');
  // Only the type of each field is unknown; every one is checked below before it is used.
  const { tenantId, role, entitlements, actorId } = answer as Partial<Record<keyof Access, unknown>>;
  if (role !== 'tenant' && role !== 'operator') throw invalidAccess('`role` is not `tenant` or `operator`.');
  if (entitlements !== undefined && !isTextList(entitlements)) {
    throw invalidAccess('`entitlements` is not a list of strings.');
  }
  if (actorId !== undefined && typeof actorId !== 'string') throw invalidAccess('`actorId` is not a string.');
  return {
    tenantId: checkTenantId(tenantId),
    role,
    ...(entitlements && { entitlements }),
    ...(actorId !== undefined && { actorId }),
  };
}

function checkTenantId(value: unknown): string {
  try {
    assertTenantId(value);
    return value;
  } catch (cause) {
    // The reader of the answer did not choose this id; the host did. So it is no 400.
    throw new NumberkitError(accessErrors.invalidAccess, {
      detail: '`tenantId` is not 1 to 128 visible ASCII characters.',
      cause,
    });
  }
}

/** Is this a list of strings? */
export function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function invalidAccess(detail: string): NumberkitError {
  return new NumberkitError(accessErrors.invalidAccess, { detail: `The answer of authorize: ${detail}` });
}
