import { expect, test } from 'vitest';
import type { Vault } from '../../privacy/index.ts';
import { createOpenTenant } from './opened-tenants.ts';

/** A vault whose sealed values are plain, and which counts what it opened. */
function countingVault() {
  const opened: string[] = [];
  const vault: Vault = {
    seal: (plain) => plain,
    open(sealed) {
      opened.push(sealed);
      return sealed;
    },
    blindIndex: (value) => value,
  };
  return { vault, opened };
}

const acme = (text: string, phone: string | null = null) => ({
  tenant_id: 'acme',
  agent: JSON.stringify({ kind: 'say', text, attributes: { voice: 'a' }, hints: ['b'] }),
  recovery_phone: phone,
});

test('opens what a tenant has once, however often it is called', () => {
  const { vault, opened } = countingVault();
  const open = createOpenTenant(vault);
  const first = open(acme('Hello', 'phone'));
  expect(open(acme('Hello', 'phone'))).toBe(first);
  expect(first).toMatchObject({ agent: { text: 'Hello' }, recoveryPhone: 'phone' });
  expect(opened).toHaveLength(2);
});

test('opens anew what has changed, and what another tenant has', () => {
  const open = createOpenTenant(countingVault().vault);
  open(acme('Hello'));
  expect(open(acme('Good evening')).agent).toMatchObject({ text: 'Good evening' });
  expect(open(acme('Good evening', 'phone')).recoveryPhone).toBe('phone');
  expect(open(acme('Good evening', 'other')).recoveryPhone).toBe('other');
  expect(open({ ...acme('Welcome'), tenant_id: 'bean' }).agent).toMatchObject({ text: 'Welcome' });
  expect(open(acme('Good evening')).recoveryPhone).toBeNull();
});

test('hands out what nobody can change for the calls that follow', () => {
  const { agent } = createOpenTenant(countingVault().vault)(acme('Hello'));
  expect(Object.isFrozen(agent)).toBe(true);
  expect(Object.values(agent).every((part) => Object.isFrozen(part))).toBe(true);
});
