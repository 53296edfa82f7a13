import { defineErrors } from '../errors.ts';

/** Why a request was not let in. */
export const accessErrors = defineErrors({
  unauthenticated: {
    code: 'unauthenticated',
    status: 401,
    retryable: false,
    title: 'Nobody is signed in',
    hint: 'Sign in to the host, or send `Authorization: Bearer nks_…` with a token from `sessions.create`.',
  },
  sessionMalformed: {
    code: 'session-malformed',
    status: 401,
    retryable: false,
    title: 'Not a session token',
    hint: 'Send the whole token as `sessions.create` returned it; it starts with `nks_1.` and has three parts.',
  },
  sessionRejected: {
    code: 'session-rejected',
    status: 401,
    retryable: false,
    title: 'The session token is not genuine',
    hint: 'It was changed, or signed with a key this server does not have. Ask the host for a new one.',
  },
  sessionExpired: {
    code: 'session-expired',
    status: 401,
    retryable: false,
    title: 'The session has expired',
    hint: 'Ask the host for a new token (`sessions.create`) and send the request again.',
  },
  invalidSession: {
    code: 'invalid-session',
    status: 400,
    retryable: false,
    title: 'The session cannot be created',
    hint: 'The field named in `errors` says what to change.',
  },
  sessionKeys: {
    code: 'session-keys',
    status: 500,
    retryable: false,
    title: 'The keys for sessions are not usable',
    hint: 'Pass at least one key of 32 random bytes or more, the newest first.',
  },
  notPermitted: {
    code: 'not-permitted',
    status: 403,
    retryable: false,
    title: 'Not permitted',
    hint: 'Sign in with the role that the route asks for.',
  },
  invalidAccess: {
    code: 'invalid-access',
    status: 500,
    retryable: false,
    title: 'The answer of `authorize` is not usable',
    hint: "Return `null`, or `{ tenantId, role }` with role `'tenant'` or `'operator'`.",
  },
  developmentBypassInProduction: {
    code: 'development-bypass-in-production',
    status: 500,
    retryable: false,
    title: 'The development bypass does not run in production',
    hint: 'Remove the `development` option, or leave NODE_ENV other than `production` on a developer machine.',
  },
});
