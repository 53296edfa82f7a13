export { type Access, type Authorize, checkAccess, type Role } from './access.ts';
export { accessErrors } from './access-errors.ts';
export { createDevelopmentBypass, type DevelopmentBypass } from './development-bypass.ts';
export { limitErrors } from './limit-errors.ts';
export type { LimitCounter, LimitStore } from './limit-store.ts';
export {
  type Bound,
  cannotCount,
  claimBounds,
  giveBackBounds,
  heldBound,
  type PurchaseClaim,
  type PurchaseLimits,
  purchaseBounds,
  takeBounds,
} from './limits.ts';
export { SESSION_TOKEN_PREFIX } from './session-token.ts';
export {
  type CreatedSession,
  createSessions,
  type NewSession,
  type Session,
  type Sessions,
  type SessionsOptions,
} from './sessions.ts';
