import { expect, test } from 'vitest';
import { createVault, parseKeyRing, type Vault } from '../../privacy/index.ts';
import { createTenantOpener } from './opened-tenants.ts';
import { sealContext } from './tenant-store.ts';

const ring = parseKeyRing('k1:AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=');

/** A real vault that counts what it opened, and what seals for it. */
function countingVault() {
  const real = createVault(ring);
  const opened: string[] = [];
  const vault: Vault = {
    ...real,
    open(sealed, context) {
      opened.push(context);
      return real.open(sealed, context);
    },
  };
  const sealTenant = (text: string, phone: string | null = null, id = 'acme') => ({
    tenant_id: id,
    agent: real.seal(
      JSON.stringify({ kind: 'say', text, attributes: { voice: 'a' }, hints: ['b'] }),
      sealContext('agent', id),
    ),
    recovery_phone: phone && real.seal(phone, sealContext('recovery_phone', id)),
  });
  return { vault, opened, sealTenant };
}

const marksOf = (sealed: { tenant_id: string; agent: string; recovery_phone: string | null }) => ({
  tenant_id: sealed.tenant_id,
  agent_mark: sealed.agent.slice(-22),
  phone_mark: sealed.recovery_phone?.slice(-22) ?? null,
});

test('opens what a tenant has once, however often it is called, and knows it by its marks', () => {
  const { vault, opened, sealTenant } = countingVault();
  const { open, recall } = createTenantOpener(vault);
  const sealed = sealTenant('Hello', '+14155550142');
  expect(recall(marksOf(sealed))).toBeUndefined();
  const first = open(sealed);
  expect(first).toMatchObject({ agent: { text: 'Hello' }, recoveryPhone: '+14155550142' });
  expect(open({ ...sealed })).toBe(first);
  expect(recall(marksOf(sealed))).toBe(first);
  expect(opened).toHaveLength(2);
});

test('opens anew what has changed, be it the agent or the phone, and what another tenant has', () => {
  const { vault, sealTenant } = countingVault();
  const { open, recall } = createTenantOpener(vault);
  const before = sealTenant('Hello', '+14155550142');
  open(before);
  const after = { ...before, agent: sealTenant('Good evening').agent };
  expect(recall(marksOf(after))).toBeUndefined();
  expect(open(after)).toMatchObject({ agent: { text: 'Good evening' }, recoveryPhone: '+14155550142' });
  const moved = { ...after, recovery_phone: sealTenant('', '+14155550199').recovery_phone };
  expect(recall(marksOf(moved))).toBeUndefined();
  expect(open(moved).recoveryPhone).toBe('+14155550199');
  const without = { ...after, recovery_phone: null };
  expect(recall(marksOf(without))).toBeUndefined();
  expect(open(without).recoveryPhone).toBeNull();
  const bean = sealTenant('Welcome', null, 'bean');
  expect(open(bean).agent).toMatchObject({ text: 'Welcome' });
  expect(recall(marksOf(without))?.agent).toMatchObject({ text: 'Good evening' });
});

test('takes the same agent sealed again for another one: no two sealed values end alike', () => {
  const { vault, opened, sealTenant } = countingVault();
  const { open } = createTenantOpener(vault);
  open(sealTenant('Hello'));
  open(sealTenant('Hello'));
  expect(opened).toHaveLength(2);
});

test('hands out what nobody can change for the calls that follow', () => {
  const { vault, sealTenant } = countingVault();
  const { agent } = createTenantOpener(vault).open(sealTenant('Hello'));
  expect(Object.isFrozen(agent)).toBe(true);
  expect(Object.values(agent).every((part) => Object.isFrozen(part))).toBe(true);
});
