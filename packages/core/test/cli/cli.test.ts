import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { buyBehindOurBack } from '../reconcile/host.ts';
import { EXTRA, forwardLine, installation, runCli } from './run-cli.ts';

// Every command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** What differs between runs: ports and ids. */
const steady = (text: string) =>
  text
    .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
    .replaceAll(/AC[0-9a-f]{32}/g, 'AC…')
    .replaceAll(/SQLite file \S+/g, 'SQLite file FILE')
    .replaceAll(/fwd_[0-9a-z]{26}/g, 'fwd_01aaaaaaaaaaaaaaaaaaaaaaaa')
    .replaceAll(/num_[0-9a-z]{26}/g, 'num_01aaaaaaaaaaaaaaaaaaaaaaaa')
    .trimEnd();

describe('numberkit, as a command', () => {
  test.each([
    [['frobnicate'], 'there is no command "frobnicate"'],
    [['pool'], 'pool needs one of: status, prebuy, replenish'],
    [['migrate', '--repair'], 'migrate does not take --repair'],
    [['doctor', '--colour'], "Unknown option '--colour'"],
    [['reconcile', 'now'], 'reconcile does not take "now"'],
    [['pool', 'prebuy'], 'pool prebuy needs --area-codes'],
    [['pool', 'prebuy', '--area-codes', '415', '--count', 'many'], '--count is a whole number'],
    [['numbers', 'release'], 'numbers release needs the id of a number'],
    [['migrate', '--config', 'missing.ts'], 'there is no file missing.ts'],
  ])('%j is not understood: exit code 2', async (args, complaint) => {
    const { env } = await installation();
    const said = await runCli(args, env);
    expect(said.err).toContain(complaint);
    expect([said.code, said.out]).toEqual([2, '']);
  });

  test('without a config module it says what to write', async () => {
    const said = await runCli(['migrate'], {}, mkdtempSync(join(tmpdir(), 'numberkit-nothing-')));
    expect(said.code).toBe(2);
    expect(said.err).toContain('no numberkit.config.ts here or above');
  });

  test('finds the config module in a folder above', async () => {
    const { env } = await installation();
    const said = await runCli(
      ['migrate', '--json'],
      env,
      new URL('./fixtures/deep', import.meta.url).pathname,
    );
    expect([said.code, said.out]).toEqual([0, '{\n  "migrated": true\n}\n']);
  });

  test('help is for the asking', async () => {
    const said = await runCli(['--help'], {});
    expect(said.code).toBe(0);
    expect(said.out).toContain('Exit codes: 0 all is well');
  });

  test('prebuy shows the bill and buys nothing until somebody agrees', async () => {
    const { env, simulator } = await installation();
    const order = ['pool', 'prebuy', '--area-codes', '415,212', '--count', '2'];
    const unasked = await runCli(order, env);
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain('Buy 4 numbers? Nobody is here to ask: say --yes');
    expect(simulator.bill.entries()).toEqual([]);
    const dry = await runCli([...order, '--dry-run'], env);
    expect(steady(dry.out)).toMatchInlineSnapshot(`
      "area  held  target  to buy  each a month
       415     0       2       2         $1.15
       212     0       2       2         $1.15

      4 numbers, $4.60 a month."
    `);
    const bought = await runCli([...order, '--yes'], env);
    expect(bought.code).toBe(0);
    expect(bought.out).toContain('✓ Bought 4 numbers, $4.60 a month.');
    expect(simulator.bill.entries()).toHaveLength(4);
    const again = await runCli([...order, '--yes'], env);
    expect(again.out).toContain('Nothing to buy.');
    const status = await runCli(['pool', 'status'], env);
    expect(steady(status.out)).toMatchInlineSnapshot(`
      "area  pooled  buying  target  claims  misses  a month  idle
       212       2       0       -       0       0    $2.30     0
       415       2       0       -       0       0    $2.30     0

      4 numbers in the pool, $4.60 a month; demand of 28 days."
    `);
    const list = JSON.parse((await runCli(['numbers', 'list', '--json'], env)).out);
    expect(list).toHaveLength(4);
    expect(list[0]).toMatchObject({ state: 'pooled', tenantId: null });
    const release = await runCli(['numbers', 'release', list[0].id, '--yes'], env);
    expect([release.code, release.out]).toEqual([0, '✓ Released.\n']);
    expect(simulator.numbers.owned()).toHaveLength(3);
  });

  test('reconcile tells, repairs, and then finds nothing', async () => {
    const { env, simulator, voiceUrl } = await installation();
    await runCli(['pool', 'prebuy', '--area-codes', '415', '--count', '1', '--yes'], env);
    const [pooled] = simulator.numbers.owned();
    if (!pooled) throw new Error('nothing was bought');
    pooled.voiceUrl = 'https://old.example/voice';
    await buyBehindOurBack(simulator, EXTRA[0], { VoiceUrl: voiceUrl });
    await buyBehindOurBack(simulator, EXTRA[1], { VoiceUrl: 'https://other.example' });
    const told = await runCli(['reconcile'], env);
    expect(told.code).toBe(1);
    expect(steady(told.out).replaceAll(/\+1\d{10}/g, '+1NNNNNNNNNN')).toMatchInlineSnapshot(`
      "3 numbers at the carrier, 1 in our records: 0 agree, 1 not ours.

      kind    number        tenant  a month  what
      orphan  +1NNNNNNNNNN            $1.15  points-here
      drift   +1NNNNNNNNNN            $1.15  voiceUrl

      2 findings. Orphans cost $1.15 a month. Repair: numberkit reconcile --repair"
    `);
    const json = JSON.parse((await runCli(['reconcile', '--json'], env)).out);
    expect(json).toMatchObject({ counts: { orphan: 1, ghost: 0, drift: 1, stuck: 0 }, foreign: 1 });
    const repaired = await runCli(['reconcile', '--repair'], env);
    expect(repaired.code).toBe(0);
    expect(repaired.out).toContain('2 findings. Orphans cost $1.15 a month. 2 repaired.');
    expect((await runCli(['reconcile'], env)).out).toContain('✓ No differences.');
  });

  test('runs a sweep, and lists when each has run', async () => {
    const { env } = await installation();
    const ran = await runCli(['sweep', 'reconcile'], env);
    expect([ran.code, ran.out]).toEqual([
      0,
      '✓ reconcile: atCarrier 0, agreeing 0, underWay 0, foreign 0, ours 0\n',
    ]);
    const list = await runCli(['sweep'], env);
    expect(list.out).toMatch(/^reconcile +\d{4}-.*Z +ok$/m);
    expect(list.out).toMatch(/^keep-alive +never$/m);
    const unknown = await runCli(['sweep', 'tidy-up'], env);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('(no-such-sweep)');
  });

  test('lists the lines that forward, without their digits, and how each code did', async () => {
    const { env } = await installation();
    await runCli(['pool', 'prebuy', '--area-codes', '510', '--count', '2', '--yes'], env);
    expect((await runCli(['forwardings'], env)).out).toBe('Nobody forwards a line.\n');
    expect((await runCli(['forwardings', 'stats'], env)).out).toBe('No code has been tested yet.\n');
    await forwardLine(env, { tenantId: 'acme', existingLine: '+15103456789', carrierId: 'us-verizon' });
    const list = await runCli(['forwardings'], env);
    expect(steady(list.out)).toMatchInlineSnapshot(`
      "id                              tenant  line   status      carrier     calls       verified
      fwd_01aaaaaaaaaaaaaaaaaaaaaaaa  acme    …6789  setting-up  us-verizon  unanswered  never

      1 forwarding, none broken."
    `);
    const json = await runCli(['forwardings', '--json', '--tenant', 'acme'], env);
    expect(JSON.parse(json.out)).toMatchObject([
      { tenantId: 'acme', line: '…6789', status: 'setting-up', cause: null, carrier: 'us-verizon' },
    ]);
    expect(JSON.parse((await runCli(['forwardings', '--json', '--tenant', 'beta'], env)).out)).toEqual([]);
    expect(JSON.parse((await runCli(['forwardings', 'stats', '--json'], env)).out)).toEqual({ codes: [] });
    expect(list.out + json.out).not.toContain('5103456');
  });

  test('an error is told with its remedy, and as JSON to a machine', async () => {
    const { env } = await installation();
    const args = ['numbers', 'transfer', 'num_none', '--from', 'a', '--to', 'b'];
    const said = await runCli(args, env);
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/^✗ .+\n {2}→ .+ \(number-not-found\)\n$/);
    const json = await runCli([...args, '--json'], env);
    expect(JSON.parse(json.out)).toMatchObject({ error: { code: 'number-not-found' } });
  });
});

describe('numberkit doctor', () => {
  const checks = (out: string) =>
    new Map(
      (
        JSON.parse(out).checks as { name: string; outcome: string; detail: string; remedy: string | null }[]
      ).map((check) => [check.name, check]),
    );
  async function examine(env: Record<string, string>, ...args: string[]) {
    const said = await runCli(['doctor', '--json', ...args], env);
    return { code: said.code, check: (name: string) => checks(said.out).get(name) };
  }

  test('names every fault of a set-up that nobody has started yet, and --repair mends what it can', async () => {
    const { env } = await installation();
    const said = await runCli(['doctor'], env);
    expect(said.code).toBe(1);
    expect(steady(said.out)).toMatchInlineSnapshot(`
      "✓ carrier     The credentials work for AC….
      ✓ database    SQLite file FILE answers.
      ✓ keys        The key ring (k1) opens the database; nothing is sealed yet.
      ✗ migrations  Pending: 0001-foundation, 0002-life-of-a-number, 0003-pool, 0004-sweeps, 0005-calls, 0006-forwardings, 0007-route-look-up.
                    → Run: npx numberkit migrate
      ! public-url  http://HOST/voice can be reached from this machine or network only.
                    → Fine with the simulator. For Twilio, set a public https address, such as a tunnel.
      ✓ signature   A request that Twilio did not sign is refused.
      – sweeps      Repair what failed above first.
      – webhooks    Repair what failed above first.
      – reconcile   Repair what failed above first.

      1 fault, 1 warning."
    `);
    const repaired = await examine(env, '--repair');
    expect(repaired.code).toBe(0);
    expect(repaired.check('migrations')?.detail).toContain('0001-foundation');
    expect(repaired.check('reconcile')?.outcome).toBe('ok');
  });

  test.each([
    ['a wrong token', { TEST_AUTH_TOKEN: 'f'.repeat(32) }, 'carrier', 'auth token'],
    [
      'a public URL that nobody serves',
      { TEST_PUBLIC_URL: 'http://127.0.0.1:9/voice' },
      'public-url',
      'Start the server',
    ],
    [
      'a public URL that is none',
      { TEST_PUBLIC_URL: 'app.example.com' },
      'public-url',
      'voiceUrls(publicUrl)',
    ],
    ['another key', { TEST_KEYS: `k1:${Buffer.alloc(32, 2).toString('base64')}` }, 'keys', 'oldest'],
    [
      'a missing key',
      {
        TEST_KEYS: `k2:${Buffer.alloc(32, 2).toString('base64')},index:${Buffer.alloc(32, 1).toString('base64')}`,
      },
      'keys',
      'Add k1:BASE64',
    ],
    ['no key', { TEST_KEYS: '' }, 'configuration', 'NUMBERKIT_KEYS'],
    ['a wrong account SID', { TEST_ACCOUNT_SID: 'SK1' }, 'configuration', 'account SID'],
    [
      'a database that cannot be opened',
      { TEST_DATABASE: `${import.meta.filename}/x.db` },
      'database',
      'database',
    ],
  ])('%s', async (_, broken: Record<string, string>, name, remedy) => {
    const { env } = await installation();
    await runCli(['pool', 'prebuy', '--area-codes', '415', '--count', '1', '--yes'], env);
    const { code, check } = await examine({ ...env, ...broken });
    expect(check(name)).toMatchObject({ outcome: 'failed', remedy: expect.stringContaining(remedy) });
    expect(code).toBe(1);
  });

  test.each([
    [200, 'signature', 'failed', 'authToken'],
    [404, 'public-url', 'failed', 'Mount the voice webhook'],
    [301, 'public-url', 'failed', 'redirect'],
    [502, 'public-url', 'failed', 'Start the server'],
  ])('a webhook that answers %s', async (status, name, outcome, remedy) => {
    const { env } = await installation({ status });
    const { check } = await examine(env);
    expect(check(name)).toMatchObject({ outcome, remedy: expect.stringContaining(remedy) });
  });

  test('a trial account, and numbers that are set up differently', async () => {
    const { env, simulator } = await installation({ trial: true });
    await runCli(['pool', 'prebuy', '--area-codes', '415', '--count', '1', '--yes'], env);
    const [owned] = simulator.numbers.owned();
    if (!owned) throw new Error('nothing was bought');
    owned.trunkSid = `TK${'0'.repeat(32)}`;
    const { code, check } = await examine(env);
    expect(check('carrier')).toMatchObject({ outcome: 'warning', detail: expect.stringContaining('trial') });
    expect(check('webhooks')).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('1 of our 1'),
    });
    expect(code).toBe(1);
    expect((await examine(env, '--repair')).code).toBe(0);
    expect(owned.trunkSid).toBeNull();
  });
});
