import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import type { PrebuyStep } from '../../src/pool/index.ts';
import { startCarrier } from '../../torture/carrier/carrier-process.ts';
import { type CarrierControl, createControl } from '../../torture/carrier/control.ts';
import { readRecords } from '../../torture/database/read-records.ts';
import {
  createPostgresDatabase,
  createSqliteDatabase,
  type TortureDatabase,
} from '../../torture/database/torture-database.ts';
import { VOICE } from '../../torture/settings.ts';
import type { PrebuyTask } from './prebuy-process.ts';

const PROGRAM = fileURLToPath(new URL('./prebuy-process.ts', import.meta.url));
const AREAS = ['415', '510', '212', '646', '312'];
const EACH = 10;
const ALL = AREAS.length * EACH;
const HALF = ALL / 2;
/** More than the lease of a purchase whose process died. */
const PAST_THE_LEASE = 5 * 60_000;
const PATIENCE = 60_000;

const engines = [
  { name: 'SQLite', create: async () => createSqliteDatabase() },
  { name: 'PostgreSQL', create: () => createPostgresDatabase(inject('postgresUrl')) },
];

/** Where the first process is when it is killed. */
const deaths = [
  { place: 'wherever it is', hangs: false },
  { place: 'with a number charged and the answer not yet come', hangs: true },
];

describe.each(engines)('a process that fills the pool on $name', ({ create }) => {
  test.each(deaths)(
    'killed halfway, $place, and started again: fifty numbers, and a bill for fifty',
    async ({ hangs }) => {
      const { database, control, carrierUrl } = await world(create);
      if (hangs) await hangAtHalf(carrierUrl);
      const first = startPrebuy(database, carrierUrl, 0);
      await expect.poll(async () => (await control.bill()).length, POLLING).toBeGreaterThanOrEqual(HALF);
      expect(await kill(first.child)).toBe('SIGKILL');
      const left = (await control.bill()).length;
      expect(left).toBeGreaterThanOrEqual(HALF);
      expect(left).toBeLessThan(ALL);
      const begun = await readRecords(database);
      const open = begun.operations.filter(({ state }) => !SETTLED.includes(state));
      if (hangs) {
        // The hard case, or this proves less than it says: one charge of which the database does not know.
        expect(open).toHaveLength(1);
        expect(begun.numbers.filter(({ state }) => state === 'pooled')).toHaveLength(HALF - 1);
      }

      await control.clearFaults();
      const second = startPrebuy(database, carrierUrl, PAST_THE_LEASE);
      const [code] = await once(second.child, 'exit');
      expect(code).toBe(0);
      expect(second.steps.at(-1)).toMatchObject({
        kind: 'finished',
        summary: { areas: AREAS.map((areaCode) => ({ areaCode, pooled: EACH, buying: 0, problem: null })) },
      });
      await expectExactlyAll(database, control);
    },
    PATIENCE,
  );
});

const SETTLED = ['done', 'refused'];
const POLLING = { interval: 3, timeout: 30_000 };

/** One database and one simulated carrier, both gone after the test. */
async function world(create: () => Promise<TortureDatabase>) {
  const folder = mkdtempSync(join(tmpdir(), 'numberkit-prebuy-'));
  const database = await create();
  const carrier = await startCarrier(join(folder, 'carrier.json'), 5);
  onTestFinished(async () => {
    await carrier.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { database, carrierUrl: carrier.url(), control: createControl(carrier.url) };
}

function startPrebuy(database: TortureDatabase, carrierUrl: string, jumped: number) {
  const task: PrebuyTask = {
    database: database.address,
    carrierUrl,
    clock: { startedAt: Date.now(), speed: 1, jumped },
    areaCodes: AREAS,
    countPerArea: EACH,
  };
  const child = fork(PROGRAM, [JSON.stringify(task)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const steps: PrebuyStep[] = [];
  // The program tells its steps and nothing else.
  child.on('message', (message) => void steps.push(message as PrebuyStep));
  // A process that hangs fails its test and must not outlive it.
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, steps };
}

async function kill(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  const [, signal] = await ended;
  return signal;
}

/** The purchase that reaches the half takes effect and is charged; its answer comes when nobody waits any more. */
async function hangAtHalf(carrierUrl: string): Promise<void> {
  const rule = {
    match: { method: 'POST', path: '*/IncomingPhoneNumbers.json' },
    nth: HALF,
    when: 'after',
    effect: { kind: 'latency', ms: 14_000 },
  };
  const answer = await fetch(`${carrierUrl}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify(rule),
  });
  expect(answer.status).toBe(200);
}

async function expectExactlyAll(database: TortureDatabase, control: CarrierControl): Promise<void> {
  const billed = (await control.bill()).map(({ phoneNumber }) => phoneNumber);
  expect(billed).toHaveLength(ALL);
  expect(new Set(billed).size).toBe(ALL);
  const owned = await control.numbers();
  expect(owned).toHaveLength(ALL);
  for (const { voiceRoute } of owned) expect(voiceRoute).toMatchObject({ kind: 'url', url: VOICE.voiceUrl });
  const { numbers, operations } = await readRecords(database);
  const pooled = numbers.filter(({ state }) => state === 'pooled');
  expect(pooled.map(({ phoneNumber }) => phoneNumber).sort()).toEqual([...billed].sort());
  expect(pooled.map(({ carrierSid }) => carrierSid).sort()).toEqual(owned.map(({ sid }) => sid).sort());
  for (const areaCode of AREAS) {
    expect(pooled.filter((number) => number.areaCode === areaCode)).toHaveLength(EACH);
  }
  expect(operations.filter(({ state }) => !SETTLED.includes(state))).toEqual([]);
}
