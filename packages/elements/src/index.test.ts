import { describe, expect, it } from 'vitest';

describe('the front door', () => {
  it('can be imported on a server and defines no tag', async () => {
    const { PhoneSetupElement } = await import('./index.ts');
    expect(typeof PhoneSetupElement).toBe('function');
    expect(globalThis.customElements?.get('phone-setup')).toBeUndefined();
  });

  it('leaves a tag alone that is defined already', async () => {
    const { defineElements } = await import('./define.ts');
    expect(() => defineElements(customElements)).not.toThrow();
  });
});
