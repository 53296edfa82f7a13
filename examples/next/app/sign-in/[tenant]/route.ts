import { demoTenants } from '@numberkit/example-express/demo-tenants';
import { getNumberkit } from '../../../server/numberkit.ts';
import { SESSION_COOKIE } from '../../../server/session.ts';

/** Stands in for a real sign-in. */
export async function POST(_: Request, context: { params: Promise<{ tenant: string }> }): Promise<Response> {
  const { tenant } = await context.params;
  if (!demoTenants.some(({ id }) => id === tenant)) return new Response(null, { status: 404 });
  const { token } = getNumberkit().sessions.create({ tenantId: tenant, ttlSeconds: 86_400 });
  return new Response(null, {
    status: 303,
    headers: { location: '/', 'set-cookie': `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax` },
  });
}
