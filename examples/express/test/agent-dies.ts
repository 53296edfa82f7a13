import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buyNumber } from './buy-number.ts';
import { type ExampleProgram, type StartedExample, startExample } from './started-example.ts';

const CALLER = '+14155550188';
/** The phone of Bright Smile Dental, as the demo tenants say. */
const OWN_PHONE = '+15105550123';

/** As much of a call as the simulator's control API tells, and is looked at here. */
interface SeenCall {
  readonly sid: string;
  readonly parentCallSid: string | null;
  readonly to: string;
  readonly from: string;
  readonly status: string;
  readonly transcript: readonly { readonly who: string; readonly text: string }[];
  readonly events: readonly { readonly kind: string; readonly verb?: string }[];
}

/** What every example must do when the agent's process ends while somebody talks to it. */
export function testDyingAgent(program: ExampleProgram): void {
  let example: StartedExample;
  beforeAll(async () => {
    example = await startExample(program, 'outside');
  });
  afterAll(() => example?.stop());

  async function ask<T>(path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${example.simulatorUrl}/_simulator/${path}`, {
      ...init,
      headers: { 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    // Whoever calls knows what the control API answers there.
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
  const look = (sid: string) => ask<SeenCall>(`calls/${sid}`);
  const heard = async (sid: string) => (await look(sid)).transcript.map(({ text }) => text).join('\n');

  /** Buys the tenant a number, calls it and is greeted. @returns the call's sid. */
  async function talkTo(tenant: string, greeting: RegExp): Promise<string> {
    const { phoneNumber: to } = await buyNumber(example.url, tenant);
    const { sid } = await ask<SeenCall>('calls', { from: CALLER, to });
    await expect.poll(() => heard(sid), { timeout: 10_000 }).toMatch(greeting);
    return sid;
  }

  describe(`${program.name}: the agent’s process is killed while callers talk to it`, () => {
    test('one tenant’s own phone rings, the other’s caller is asked to leave a message', async () => {
      const dental = await talkTo('brightsmile', /Bright Smile Dental/);
      const pizza = await talkTo('petespizza', /Pete’s Pizza/);
      await ask(`phones/${encodeURIComponent(OWN_PHONE)}`, {
        when: 'answers',
        says: 'This is Doctor Bright.',
      });
      await example.killAgent();

      await expect.poll(() => heard(dental), { timeout: 10_000 }).toMatch(/This is Doctor Bright/);
      const { calls } = await ask<{ calls: SeenCall[] }>('calls');
      expect(calls.find(({ parentCallSid }) => parentCallSid === dental)).toMatchObject({ to: OWN_PHONE });

      const verbs = async () => (await look(pizza)).events.map(({ verb }) => verb).join(' ');
      await expect.poll(verbs, { timeout: 10_000 }).toContain('Record');
      expect(await heard(pizza)).not.toMatch(/application error/i);
      for (const sid of [dental, pizza]) {
        await ask(`calls/${sid}/say`, { text: 'Never mind.' });
        await ask(`calls/${sid}/hangup`, {});
      }
    });

    test('a call that comes while the agent is dead goes the same way', async () => {
      const { phoneNumber: to } = await buyNumber(example.url, 'brightsmile');
      const { sid } = await ask<SeenCall>('calls', { from: CALLER, to });
      await expect.poll(() => heard(sid), { timeout: 10_000 }).toMatch(/This is Doctor Bright/);
      await ask(`calls/${sid}/hangup`, {});
    });
  });
}
