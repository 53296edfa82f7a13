import type { KeyObject } from 'node:crypto';
import type { FieldProblem } from '@numberkit/contract';
import type { Clock } from '../clock.ts';
import { type ErrorKind, NumberkitError } from '../errors.ts';
import type { Ids } from '../ids.ts';
import { assertTenantId } from '../tenant-id.ts';
import { type Access, isTextList, type Role } from './access.ts';
import { accessErrors } from './access-errors.ts';
import { deriveSessionKey, readToken, signToken } from './session-token.ts';

const DEFAULT_TTL_SECONDS = 900;
const MAX_TTL_SECONDS = 86_400;
const MIN_KEY_BYTES = 32;

/** Whom a session lets in, and for how long. */
export interface NewSession {
  readonly tenantId: string;
  /** `tenant` unless said otherwise. */
  readonly role?: Role;
  readonly entitlements?: readonly string[];
  /** The host's id of the person, for the trail. */
  readonly actorId?: string;
  /** Whole seconds, 1 to 86,400; 900 (15 minutes) unless said otherwise. */
  readonly ttlSeconds?: number;
}

/** A session as it is handed to a page. */
export interface CreatedSession {
  /** `nks_…`; the page sends it as `Authorization: Bearer nks_…`. Whoever has it is let in: treat it as a secret. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** A session that was verified. */
export interface Session extends Access {
  /** `ses_…` */
  readonly id: string;
  readonly expiresAt: Date;
}

/** Signed, short-lived tokens for pages that have no cookie of the host's. Nothing is stored. */
export interface Sessions {
  /**
   * Makes a session for a page of this tenant's.
   * @throws NumberkitError `invalid-tenant-id`, `invalid-session`
   * @example
   * const { token, expiresAt } = numberkit.sessions.create({ tenantId: 'acme', ttlSeconds: 600 });
   */
  create(session: NewSession): CreatedSession;
  /**
   * Who a token lets in.
   * @throws NumberkitError `session-malformed`, `session-rejected`, `session-expired`
   */
  verify(token: string): Session;
}

/** What {@link createSessions} needs. */
export interface SessionsOptions {
  /** Secret keys of 32 bytes or more, newest first: the first signs, every one verifies. */
  readonly keys: readonly (KeyObject | Uint8Array)[];
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Ids;
}

/**
 * Sessions signed with HMAC-SHA-256, under keys derived from `keys` for this one purpose. Take a key out of the
 * list and the sessions that it signed end.
 * @throws NumberkitError `session-keys`
 */
export function createSessions({ keys, clock, ids }: SessionsOptions): Sessions {
  const derived = deriveAll(keys);
  return {
    create(session) {
      const lasting = checkNewSession(session);
      const expiresAt = new Date((Math.floor(clock.now().getTime() / 1000) + lasting) * 1000);
      const payload: TokenPayload = {
        sid: ids('ses'),
        exp: expiresAt.getTime() / 1000,
        ten: session.tenantId,
        rol: session.role ?? 'tenant',
        ...(session.entitlements && { ent: session.entitlements }),
        ...(session.actorId !== undefined && { act: session.actorId }),
      };
      return { token: signToken(payload, derived[0]), expiresAt };
    },
    verify(token) {
      const reading = readToken(token, derived);
      if (reading.kind === 'malformed') throw refusal(accessErrors.sessionMalformed, 'It is not complete.');
      if (reading.kind === 'rejected') throw refusal(accessErrors.sessionRejected, 'Its signature is wrong.');
      // Signed by us under this version's key, so it has the shape that `create` gave it.
      const session = toSession(reading.payload as TokenPayload);
      if (session.expiresAt.getTime() <= clock.now().getTime()) {
        throw refusal(accessErrors.sessionExpired, 'Its time is over.');
      }
      return session;
    },
  };
}

/** What a token carries; short names, because it travels with each request. */
interface TokenPayload {
  readonly sid: string;
  /** Seconds since 1970. */
  readonly exp: number;
  readonly ten: string;
  readonly rol: Role;
  readonly ent?: readonly string[];
  readonly act?: string;
}

function toSession(payload: TokenPayload): Session {
  return {
    id: payload.sid,
    expiresAt: new Date(payload.exp * 1000),
    tenantId: payload.ten,
    role: payload.rol,
    ...(payload.ent && { entitlements: payload.ent }),
    ...(payload.act !== undefined && { actorId: payload.act }),
  };
}

function deriveAll(keys: SessionsOptions['keys']): readonly [Uint8Array, ...Uint8Array[]] {
  const [first, ...rest] = keys;
  if (!first) throw refusal(accessErrors.sessionKeys, 'No key was given.');
  if (keys.some((key) => sizeOf(key) < MIN_KEY_BYTES)) {
    throw refusal(accessErrors.sessionKeys, `A key is shorter than ${MIN_KEY_BYTES} bytes.`);
  }
  return [deriveSessionKey(first), ...rest.map(deriveSessionKey)];
}

function sizeOf(key: KeyObject | Uint8Array): number {
  return key instanceof Uint8Array ? key.length : (key.symmetricKeySize ?? 0);
}

/** Says how many seconds the session lasts. */
function checkNewSession(session: NewSession): number {
  assertTenantId(session.tenantId);
  const { role = 'tenant', entitlements = [], ttlSeconds = DEFAULT_TTL_SECONDS, actorId = '' } = session;
  const fields: FieldProblem[] = [];
  if (role !== 'tenant' && role !== 'operator') {
    fields.push({ field: 'role', reason: 'not a role', remedy: 'Pass `tenant` or `operator`.' });
  }
  if (!isTextList(entitlements)) {
    fields.push({
      field: 'entitlements',
      reason: 'not a list of strings',
      remedy: "Pass such as ['port-in'].",
    });
  }
  if (typeof actorId !== 'string') {
    fields.push({ field: 'actorId', reason: 'not a string', remedy: 'Pass your own id of the person.' });
  }
  if (!Number.isInteger(ttlSeconds) || ttlSeconds < 1 || ttlSeconds > MAX_TTL_SECONDS) {
    const remedy = `Pass whole seconds from 1 to ${MAX_TTL_SECONDS}.`;
    fields.push({ field: 'ttlSeconds', reason: 'not a possible duration', remedy });
  }
  if (fields.length > 0) {
    const detail = `Refused: ${fields.map((problem) => problem.field).join(', ')}.`;
    throw new NumberkitError(accessErrors.invalidSession, { detail, fields });
  }
  return ttlSeconds;
}

function refusal(kind: ErrorKind, detail: string): NumberkitError {
  return new NumberkitError(kind, { detail });
}
