import type { Actor } from '../activity/index.ts';
import type { Access } from '../guard/index.ts';

/** Whom the trail names for what a request did: the person, when the host names one. */
export function actorOf(access: Access): Actor {
  return { kind: access.role, id: access.actorId ?? access.tenantId };
}
