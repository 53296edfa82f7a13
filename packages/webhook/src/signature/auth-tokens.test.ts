import { describe, expect, it } from 'vitest';
import { createManualClock, eventually } from '../../test/manual-clock.ts';
import { type AuthTokens, createTokenSource } from './auth-tokens.ts';

const ACCOUNT = 'AC1';

describe('createTokenSource', () => {
  it('takes one token or several', async () => {
    expect(await createTokenSource('a', 800, createManualClock())(ACCOUNT)).toEqual(['a']);
    expect(await createTokenSource(['a', 'b'], 800, createManualClock())(ACCOUNT)).toEqual(['a', 'b']);
  });

  it('refuses to start without a token, as an unset environment variable would leave it', () => {
    // A program in JavaScript can pass what the type forbids.
    const unset = undefined as unknown as AuthTokens;
    for (const tokens of ['', [], [''], unset]) {
      expect(() => createTokenSource(tokens, 800, createManualClock())).toThrow(/^authTokens: empty/);
    }
  });

  it('asks a function with the account, so that subaccounts can have their own', async () => {
    const tokens = createTokenSource((account) => `token of ${account}`, 800, createManualClock());
    expect(await tokens('AC2')).toEqual(['token of AC2']);
  });

  it('uses the last answer for the same account while the function fails', async () => {
    let down = false;
    const tokens = createTokenSource(
      async (account) => {
        if (down) {
          throw new Error('secret store down');
        }
        return [`${account}-token`];
      },
      800,
      createManualClock(),
    );
    await tokens('AC1');
    down = true;
    expect(await tokens('AC1')).toEqual(['AC1-token']);
    expect(await tokens('AC2')).toBeUndefined();
  });

  it('does not wait longer than the deadline', async () => {
    const clock = createManualClock();
    const answer = createTokenSource(() => new Promise(() => undefined), 800, clock)(ACCOUNT);
    await eventually(() => clock.pending() === 1);
    clock.advance(800);
    expect(await answer).toBeUndefined();
  });

  it('forgets a token as soon as the function stops naming it', async () => {
    let current = ['old', 'new'];
    const tokens = createTokenSource(() => current, 800, createManualClock());
    expect(await tokens(ACCOUNT)).toEqual(['old', 'new']);
    current = ['new'];
    expect(await tokens(ACCOUNT)).toEqual(['new']);
  });
});
