import type { LoadProcess, ServerProcess } from './processes.ts';

/** One contender in one round. */
export interface Measurement {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the server per request, microseconds. */
  readonly cpuPerRequest: number;
  /** Resident memory after the round, megabytes. */
  readonly memory: number;
}

/** How a round is run. */
export interface RoundPlan {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
}

/**
 * Measures the servers in turn, round after round, each round starting with another one, so that whatever else
 * the machine does hits all of them alike. Throws when an answer was wrong.
 */
export async function measureInTurn(
  servers: readonly ServerProcess[],
  load: LoadProcess | ((server: ServerProcess) => LoadProcess),
  plan: RoundPlan,
): Promise<ReadonlyMap<string, readonly Measurement[]>> {
  const loadFor = typeof load === 'function' ? load : () => load;
  const results = new Map(servers.map(({ name }): [string, Measurement[]] => [name, []]));
  for (const server of servers) {
    const { port } = server;
    await loadFor(server).run({ port, seconds: plan.warmUpSeconds, connections: plan.connections });
  }
  for (let round = 0; round < plan.rounds; round += 1) {
    for (let place = 0; place < servers.length; place += 1) {
      const server = servers[(round + place) % servers.length];
      if (server === undefined) continue;
      results.get(server.name)?.push(await measure(server, loadFor(server), plan));
    }
  }
  return results;
}

async function measure(server: ServerProcess, load: LoadProcess, plan: RoundPlan): Promise<Measurement> {
  const before = await server.usage();
  const { port } = server;
  const report = await load.run({ port, seconds: plan.seconds, connections: plan.connections });
  const after = await server.usage();
  if (report.wrong > 0) throw new Error(`${server.name} gave ${report.wrong} wrong answers.`);
  return {
    requestsPerSecond: report.requests / report.seconds,
    p50: report.p50,
    p99: report.p99,
    cpuPerRequest: (after.cpu - before.cpu) / report.requests,
    memory: after.memory / 2 ** 20,
  };
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The median over the rounds of one contender's requests per second divided by the other's in the same round. */
export function ratio(left: readonly Measurement[] = [], right: readonly Measurement[] = []): number {
  return median(
    left.map((one, round) => one.requestsPerSecond / (right[round]?.requestsPerSecond ?? Number.NaN)),
  );
}
