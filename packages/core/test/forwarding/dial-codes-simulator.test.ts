import type { ForwardingCondition, LineKind } from '@numberkit/contract';
import { createTwilioSimulator, type ForwardPart, type Line } from '@numberkit/twilio-simulator';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CarrierEntry,
  conditionsOf,
  createDialCodes,
  type LineEntry,
} from '../../src/forwarding/dial-codes/index.ts';
import { planForwarding } from '../../src/forwarding/plan/index.ts';

/** A line and a number of ours, by the country of the line. `DE`: one that no file describes. */
const numbers: Readonly<Record<string, { readonly line: Record<LineKind, string>; readonly ours: string }>> =
  {
    US: {
      line: { mobile: '+14152340142', landline: '+14152340143', app: '+14152340144' },
      ours: '+15105550142',
    },
    CA: {
      line: { mobile: '+14162340142', landline: '+14162340143', app: '+14162340144' },
      ours: '+14165550142',
    },
    GB: {
      line: { mobile: '+447400123456', landline: '+442079460142', app: '+442079460143' },
      ours: '+442079460999',
    },
    AU: {
      line: { mobile: '+61412345678', landline: '+61291234567', app: '+61291234568' },
      ours: '+61291234999',
    },
    DE: {
      line: { mobile: '+4915123456789', landline: '+4930901820', app: '+4930901821' },
      ours: '+15105550142',
    },
  };

/** What must be forwarded for a condition, and nothing else; a landline is always reachable. */
const parts: Readonly<Record<ForwardingCondition, readonly ForwardPart[]>> = {
  all: ['all'],
  unanswered: ['busy', 'no-answer', 'unreachable'],
  busy: ['busy'],
  'no-answer': ['no-answer'],
  unreachable: ['unreachable'],
};

const simulator = createTwilioSimulator({ clock: { mode: 'virtual' } });

/** Dials as the plan says: what must be answered is dialled again, which the carrier takes for an answer. */
async function dial(line: Line, keys: string): Promise<string> {
  const { outcome, done } = simulator.lines.dial(line, keys);
  if (outcome !== 'calling') return outcome;
  simulator.lines.hangUp(line);
  await done;
  return simulator.lines.dial(line, keys).outcome;
}

function forwardsOf(line: Line): Readonly<Record<string, string>> {
  const active = Object.entries(simulator.lines.get(line.phoneNumber)?.forwards ?? {});
  return Object.fromEntries(
    active.flatMap(([part, forward]) => (forward?.active ? [[part, forward.to]] : [])),
  );
}

interface Case {
  readonly carrier: CarrierEntry;
  readonly line: LineEntry;
  readonly condition: ForwardingCondition;
}

/** Turns it on and off again in one of the known ways; how many there are. */
async function follow({ carrier, line, condition }: Case, alternative: number): Promise<number> {
  const country = carrier.country ?? 'DE';
  const { line: lines, ours } = numbers[country] ?? {};
  if (!lines || !ours) throw new Error(`no numbers of ${country}`);
  const existing = simulator.lines.add({
    phoneNumber: lines[line.kind],
    carrier: carrier.standard ? 'Nobody Telephone' : carrier.name,
    kind: line.kind,
  });
  const number = { phoneNumber: ours, display: ours };
  const plan = planForwarding({ carrier, country, lineKind: line.kind, condition, number, alternative });
  const place = `${carrier.id} ${line.kind} ${condition} ${plan.code}`;
  const codes = plan.on.steps.flatMap((step) => (step.kind === 'dial' ? [step.keys] : []));
  for (const keys of codes) expect(`${keys} ${await dial(existing, keys)}`, place).toBe(`${keys} accepted`);
  if (codes.length > 0) {
    const forwards = forwardsOf(existing);
    expect(parts[condition], place).toEqual(expect.arrayContaining(Object.keys(forwards)));
    const least = condition === 'unanswered' ? ['busy', 'no-answer'] : parts[condition];
    expect(Object.keys(forwards), place).toEqual(expect.arrayContaining([...least]));
    expect(new Set(Object.values(forwards)), place).toEqual(new Set([ours]));
  }
  for (const step of plan.off.steps) {
    if (step.kind === 'dial')
      expect(`${step.keys} ${await dial(existing, step.keys)}`, place).toBe(`${step.keys} accepted`);
  }
  expect(forwardsOf(existing), place).toEqual({});
  return plan.alternatives;
}

let cases: readonly Case[] = [];
beforeAll(async () => {
  cases = (await createDialCodes().all()).flatMap((carrier) =>
    carrier.lines.flatMap((line) => conditionsOf(line).map((condition) => ({ carrier, line, condition }))),
  );
});

describe('the codes of every carrier, dialled on a line of it', () => {
  it('turn on what they say and nothing else, and off again, in each of the known ways', async () => {
    for (const one of cases) {
      const alternatives = await follow(one, 0);
      for (let alternative = 1; alternative < alternatives; alternative += 1) await follow(one, alternative);
    }
    expect(cases.length).toBeGreaterThan(150);
  });

  it('answer the question whether it is on', async () => {
    for (const { carrier, line, condition } of cases) {
      const country = carrier.country ?? 'DE';
      const phoneNumber = numbers[country]?.line[line.kind] ?? '';
      const name = carrier.standard ? 'Nobody Telephone' : carrier.name;
      const existing = simulator.lines.add({ phoneNumber, carrier: name, kind: line.kind });
      for (const way of line.ways[condition] ?? []) {
        if (way.kind !== 'dial' || way.query === undefined) continue;
        expect(await dial(existing, way.query), `${carrier.id} ${line.kind} ${way.query}`).toBe('accepted');
      }
    }
  });
});
