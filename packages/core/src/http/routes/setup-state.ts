import { paths, type SetupPath, type SetupState } from '@numberkit/contract';
import { z } from 'zod';
import type { Tenant } from '../../tenants/index.ts';
import { defineRoute } from '../route.ts';
import { setupState as setupStateSchema } from '../schemas/index.ts';

/** What a tenant needs before moving an own number here is offered. */
const PORT_ENTITLEMENT = 'port-in';

/** `GET setup-state` */
export const setupState = defineRoute(
  {
    operationId: 'setupState',
    method: 'GET',
    path: paths.setupState,
    summary: 'What <phone-setup> needs to open at the right step',
    description:
      'The ways to a number that are open to the tenant, who the tenant is, its numbers and its forwardings.',
    from: 'nowhere',
    input: z.object({}),
    answers: { 200: { description: 'The state.', schema: setupStateSchema } },
  },
  async (_input, { api, access, enabledPaths }) => {
    const { tenantId } = access;
    const [tenant, numbers, forwardings] = await Promise.all([
      api.tenants.get(tenantId),
      api.numbers.list({ tenantId }),
      api.forwardings.list({ tenantId }),
    ]);
    const entitlements = [...(access.entitlements ?? []), ...(tenant?.entitlements ?? [])];
    const body: SetupState = {
      paths: enabledPaths.filter((path) => isOpen(path, entitlements)),
      tenant: {
        id: tenantId,
        name: tenant?.name ?? null,
        location: locationOf(tenant),
        greeting: greetingOf(tenant),
      },
      numbers,
      forwardings,
    };
    return { status: 200, body };
  },
);

function isOpen(path: SetupPath, entitlements: readonly string[]): boolean {
  return path !== 'port' || entitlements.includes(PORT_ENTITLEMENT);
}

function locationOf(tenant: Tenant | undefined): string | null {
  if (!tenant?.location) return null;
  const { locality, region, postalCode } = tenant.location;
  const place = [locality, region].filter((part) => part !== undefined && part !== '');
  return place.length > 0 ? place.join(', ') : (postalCode ?? null);
}

function greetingOf(tenant: Tenant | undefined): string | null {
  if (tenant?.agent?.kind === 'conversation-relay') return tenant.agent.greeting ?? null;
  return tenant?.agent?.kind === 'say' ? tenant.agent.text : null;
}
