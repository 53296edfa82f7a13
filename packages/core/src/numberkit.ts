import type { RouteSource } from '@numberkit/contract';
import {
  consoleLog,
  createRecorder,
  describeError,
  type TrailEntry,
  type TrailQuery,
} from './activity/index.ts';
import { type Calls, createCalls, createFillCalls, type FillReport } from './calls/index.ts';
import { systemClock } from './clock.ts';
import { createDoctor, type Doctor } from './doctor/index.ts';
import { createEventBus, type EventBus } from './events.ts';
import {
  createForwardings,
  type Forwardings,
  type RecheckReport,
  type SettleTestsReport,
} from './forwarding/index.ts';
import { createDevelopmentBypass, createSessions, type Sessions } from './guard/index.ts';
import { createIds } from './ids.ts';
import { createSettleOperations, type SettleReport } from './ledger/index.ts';
import { createNumbers, type NumberRecord, type Numbers, type ReclaimReport } from './numbers/index.ts';
import type { NumberkitOptions } from './options.ts';
import { createPool, type KeepAliveReport, type Pool, type ReplenishReport } from './pool/index.ts';
import { createVault, parseKeyRing } from './privacy/index.ts';
import { createReconcile, listEstate, RECONCILER, type Reconcile } from './reconcile/index.ts';
import { createRouting } from './routing/index.ts';
import { openOnce } from './storage/index.ts';
import { createSweeps, type Hold, planSweeps, type Sweeps, startTimers } from './sweeps/index.ts';
import { createTenants, type Tenants } from './tenants/index.ts';

/** The composed library: one object with rooms and one `handler`. */
export interface Numberkit {
  /** Search, buy, look at numbers. */
  readonly numbers: Numbers;
  /** Numbers bought in advance, given to tenants at once. */
  readonly pool: Pool;
  /** Lines that tenants keep and forward to their numbers, proved by test calls. */
  readonly forwardings: Forwardings;
  /** Tenant records: what answers each tenant's calls. */
  readonly tenants: Tenants;
  /** Number -> tenant -> agent; give it to the voice webhook as `routes`. */
  readonly routing: RouteSource;
  /** Calls after they happened: one row each, usage by month. */
  readonly calls: Calls;
  /** The append-only trail: who did what, when and why. */
  readonly activity: { list(query: TrailQuery): Promise<readonly TrailEntry[]> };
  /** Signed, short-lived tokens for pages that have no cookie. */
  readonly sessions: Sessions;
  /**
   * Compares our records with the carrier account; with `repair`, puts it right as the option `reconcile` allows. The
   * sweep of that name does so by itself.
   */
  readonly reconcile: Reconcile;
  /** Every number whose life is not over, whoever has it, by id. For operators. */
  readonly estate: { list(): AsyncIterable<NumberRecord> };
  /**
   * Looks at the whole set-up: carrier account, database, keys, migrations, public URL, signatures, webhooks, sweeps,
   * and compares the account. Everything that is wrong comes with its remedy. With `repair`: migrates and reconciles.
   */
  readonly doctor: Doctor;
  /** Short idempotent jobs; run them from a cron, or let `start` do it. */
  readonly sweeps: Sweeps & {
    settleOperations(): Promise<SettleReport>;
    /** Warns, rests and returns the numbers of tenants that have left. */
    reclaim(): Promise<ReclaimReport>;
    /** Drives test calls of forwardings that nobody follows. */
    settleForwardingTests(): Promise<SettleTestsReport>;
    /** Asks for new tests of forwardings that may have broken, or are to be off. */
    recheckForwardings(): Promise<RecheckReport>;
    /** Fills the pool as the `pool` option says. */
    replenishPool(): Promise<ReplenishReport>;
    /** Keeps idle pooled numbers; one process at a time. */
    keepAlive(): Promise<KeepAliveReport>;
    /** Reads the carrier's list of calls since then (two days ago, unless told). */
    fillCalls(since?: Date): Promise<FillReport>;
  };
  /** The HTTP API: `(Request) => Promise<Response>`; mount it at `basePath`. */
  handler(request: Request): Promise<Response>;
  /** Listens to an event; the answer stops listening. */
  on: EventBus['on'];
  /** Runs the sweeps in this process from now on; the answer stops them. */
  start(): () => void;
  /** Opens the database and brings its schema up to date; else the first use does. */
  ready(): Promise<void>;
  /** Stops the sweeps and closes the database. */
  close(): Promise<void>;
}

/**
 * Composes the library. Nothing is opened and no third-party code is loaded before the first use.
 *
 * @throws NumberkitError `keys-invalid`, `keys-missing`, `development-bypass-in-production`
 * @example
 * export const numberkit = createNumberkit({
 *   carrier: twilio({ accountSid, authToken }),
 *   storage: sqlite({ file: 'numberkit.db' }),
 *   keys: environmentKeys({ file: '.data/numberkit.key' }),
 *   voice: voiceUrls('https://app.example.com/twilio/voice'),
 * });
 */
export function createNumberkit(options: NumberkitOptions): Numberkit {
  const rooms = composeRooms(options);
  const { numbers, pool, tenants, forwardings, events, clock, open, report, close } = rooms;
  const { work, ...verbs } = dueWork(rooms);
  const planned = planSweeps(work, options.sweepPauses ?? {});
  const sweeps = createSweeps({ ...rooms, sweeps: planned });
  const stops = new Set<() => void>();
  return {
    numbers,
    pool,
    tenants,
    forwardings,
    routing: createRouting({ open, clock, attend: forwardings.attend }),
    calls: createCalls(rooms),
    activity: { list: async (query) => (await open()).trail.list(query) },
    sessions: rooms.sessions,
    reconcile: rooms.reconcile,
    estate: { list: () => listEstate(open) },
    doctor: createDoctor({ ...rooms, sweeps, ask: askUnsigned }),
    sweeps: { ...sweeps, ...verbs },
    handler: loadedHandler(options, { numbers, pool, tenants, forwardings, sweeps }, rooms.sessions),
    on: events.on,
    start() {
      const stop = startTimers(clock, sweeps, planned, (name, error) =>
        report(`the sweep ${name} failed`)(error),
      );
      stops.add(stop);
      return stop;
    },
    ready: async () => void (await open()),
    async close() {
      for (const stop of stops) stop();
      await close();
    },
  };
}

const ASK_MILLISECONDS = 10_000;

/** A POST to our own voice webhook, as anybody might send one. */
async function askUnsigned(url: string): Promise<{ status: number }> {
  const signal = AbortSignal.timeout(ASK_MILLISECONDS);
  const body = new URLSearchParams();
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual', signal });
  await response.body?.cancel();
  return response;
}

/** What all rooms share. */
function prepare(options: NumberkitOptions) {
  const { clock = systemClock, log = consoleLog, limits = {}, carrier, voice: settings } = options;
  const ring = typeof options.keys === 'string' ? parseKeyRing(options.keys) : options.keys;
  const vault = createVault(ring);
  const ids = createIds(clock, options.random);
  const report = (message: string) => (error: unknown) =>
    log({ level: 'error', message, data: { error: describeError(error) } });
  return {
    carrier,
    settings,
    limits,
    clock,
    ids,
    report,
    record: createRecorder(clock, ids),
    events: createEventBus((name, error) => report(`a listener of ${name} threw`)(error)),
    fingerprint: (text: string) => vault.blindIndex(`fingerprint:${text}`),
    keepsParties: (options.otherParties ?? 'sealed') === 'sealed',
    sessions: createSessions({ keys: ring.keys.map(({ secret }) => secret.export()), clock, ids }),
    connect: () => options.storage.open(vault),
    description: options.storage.description,
    keyIds: ring.keys.map(({ id }) => id),
    ...openOnce(() => options.storage.open(vault)),
  };
}

function composeRooms(options: NumberkitOptions) {
  const shared = prepare(options);
  const { report, open, clock } = shared;
  const tenants = createTenants(shared);
  const { numbers, forPool, resolvePurchase, resolveRelease, sweepReclaim } = createNumbers({
    ...shared,
    tenants,
    ...(options.reclaim && { reclaim: options.reclaim }),
    onReclaimError: (numberId, error) => report(`number ${numberId} could not be reclaimed`)(error),
  });
  const settleOperations = createSettleOperations({
    open,
    clock,
    resolvers: { 'buy-number': resolvePurchase, 'release-number': resolveRelease },
    onError: (operationId, error) => report(`operation ${operationId} could not be settled`)(error),
  });
  const { release } = numbers;
  const given = { ...shared, settleOperations };
  const pool = createPool({ ...given, forPool, release, policy: options.pool ?? {} });
  const giveBack = (numberId: string, reason: string) => release({ numberId, reason, actor: RECONCILER });
  const reconcile = createReconcile(
    { ...given, priceOf: forPool.priceOf, release: giveBack },
    options.reconcile ?? {},
  );
  const { forwardings, ...forwarding } = createForwardings({
    ...given,
    numbers,
    pool,
    tenants,
    options: options.forwarding ?? {},
  });
  const { noteCallEnd } = forwarding;
  return { ...given, tenants, numbers, pool, reconcile, sweepReclaim, forwardings, forwarding, noteCallEnd };
}

/** The sweeps by their names, and as verbs. */
function dueWork(rooms: ReturnType<typeof composeRooms>) {
  const { settleOperations, sweepReclaim: reclaim, pool, reconcile, forwarding } = rooms;
  const fillCalls = createFillCalls(rooms);
  const { keepAlive } = pool;
  const replenishPool = () => pool.replenish();
  const work = {
    'settle-operations': settleOperations,
    'replenish-pool': replenishPool,
    'keep-alive': keepAlive,
    reclaim,
    'settle-forwarding-tests': forwarding.settleTests,
    'recheck-forwardings': forwarding.recheck,
    'fill-calls': () => fillCalls(),
    reconcile: ({ keep }: Hold) => reconcile({ repair: true, keep }),
  };
  return {
    work,
    settleOperations,
    replenishPool,
    keepAlive,
    reclaim,
    settleForwardingTests: forwarding.settleTests,
    recheckForwardings: forwarding.recheck,
    fillCalls,
  };
}

/** The HTTP room brings zod and hono with it, so it is loaded when the first request comes. */
function loadedHandler(
  options: NumberkitOptions,
  api: Pick<Numberkit, 'numbers' | 'pool' | 'tenants' | 'forwardings'> & { readonly sweeps: Sweeps },
  sessions: Sessions,
): Numberkit['handler'] {
  const { authorize, development, basePath, paths, allowedOrigins, log, cronSecret } = options;
  // A bypass that must not run is refused at start, not at the first request.
  if (development) createDevelopmentBypass(development, process.env.NODE_ENV, () => undefined);
  const given = { authorize, development, basePath, paths, allowedOrigins, log, cronSecret };
  let handler: Promise<Numberkit['handler']> | undefined;
  return async (request) => {
    handler ??= import('./http/index.ts').then(({ createHttpHandler }) =>
      createHttpHandler({ ...given, api, sessions }),
    );
    return (await handler)(request);
  };
}
