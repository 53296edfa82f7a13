import type { Action, Answer } from '../plan/action.ts';
import type { KillPoint } from '../plan/kill-point.ts';
import type { Fleet } from './fleet.ts';
import type { HostProcess } from './host-process.ts';

/** What one host does in one wave. */
export interface HostPlan {
  /** Asked for in this order, several at a time. */
  readonly actions: readonly Action[];
  /** How it dies, how the one that replaces it dies, and so on; the last one lives on. */
  readonly kills: readonly KillPoint[];
}

/** What became of it. */
export interface HostRun {
  /** The host that is alive at the end. */
  readonly host: HostProcess;
  /** Deaths in the middle of at least one action. */
  readonly kills: number;
}

/** Clients that ask one host at a time. */
const CLIENTS = 4;
const DEADLINE_MILLISECONDS = 60_000;

/**
 * Runs one host's part of a wave: when it dies another takes its place and goes on with what was not asked yet.
 * @param former the host of the wave before.
 */
export async function runHost(
  fleet: Fleet,
  former: HostProcess | undefined,
  plan: HostPlan,
  onAnswer: (action: Action, answer: Answer) => void,
): Promise<HostRun> {
  const queue = [...plan.actions];
  const sentences = [...plan.kills];
  let kills = 0;
  let host = former;
  for (;;) {
    host = !host || host.dead ? await fleet.start() : host;
    const sentence = sentences.shift() ?? null;
    host.tell({ say: 'arm', kill: sentence });
    const timer = sentence?.event === 'time' ? setTimeout(host.kill, sentence.nth) : undefined;
    const client = async ({ act }: HostProcess) => {
      while (!host?.dead) {
        const action = queue.shift();
        if (!action) return;
        onAnswer(action, await withDeadline(act(action), action));
      }
    };
    const asked = host;
    await Promise.all(Array.from({ length: CLIENTS }, () => client(asked)));
    clearTimeout(timer);
    if (host.interrupted > 0) kills += 1;
    if (!host.dead) {
      host.tell({ say: 'arm', kill: null });
      return { host, kills };
    }
  }
}

/** An action that never ends would keep its tenant waiting for ever: that is a failure by itself. */
async function withDeadline(answer: Promise<Answer>, action: Action): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((resolve) => {
    const detail = `no answer to ${action.kind} ${action.id} within ${DEADLINE_MILLISECONDS} ms`;
    timer = setTimeout(() => resolve({ outcome: 'error', code: 'hangs', detail }), DEADLINE_MILLISECONDS);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}
