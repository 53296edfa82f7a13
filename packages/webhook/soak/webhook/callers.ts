import { Agent, request } from 'node:http';
import { phoneNumberOf } from '../../bench/webhook/job.ts';
import { prepareRequest } from '../../bench/webhook/prepared-requests.ts';
import { parseTwiml } from '../../test/parse-twiml.ts';

/** What became of the calls so far. */
export interface CallCounts {
  calls: number;
  /** No answer at all, a status other than 200, or a body that is not TwiML. */
  invalid: number;
  /** Answers that connected the agent of the called number, and no other. */
  rightAgent: number;
  /** Longest wait of a caller, milliseconds. */
  slowest: number;
  readonly problems: string[];
}

/** Calls steadily, whether or not earlier calls have been answered, as the telephone network does. */
export function startCallers(port: number, callsPerSecond: number, numbers: number) {
  const counts: CallCounts = { calls: 0, invalid: 0, rightAgent: 0, slowest: 0, problems: [] };
  const agent = new Agent({ keepAlive: true, maxSockets: 2000 });
  const waiting = new Set<Promise<void>>();
  const started = performance.now();
  let made = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - started) / 1000) * callsPerSecond);
    for (; made < due; made += 1) {
      const call = callOnce(port, agent, made, numbers, counts).finally(() => waiting.delete(call));
      waiting.add(call);
    }
  }, 10);
  return {
    counts,
    async stop(): Promise<void> {
      clearInterval(timer);
      await Promise.all(waiting);
      agent.destroy();
    },
  };
}

async function callOnce(port: number, agent: Agent, made: number, numbers: number, counts: CallCounts) {
  const index = made % numbers;
  const asked = performance.now();
  const problem = await ask(port, agent, phoneNumberOf(index), made).then(
    ([status, body]) => {
      if (body.includes(`value="tenant-${index}"`)) counts.rightAgent += 1;
      return judge(status, body);
    },
    (error: unknown) => String(error),
  );
  counts.calls += 1;
  counts.slowest = Math.max(counts.slowest, performance.now() - asked);
  if (problem !== undefined) {
    counts.invalid += 1;
    if (counts.problems.length < 5) counts.problems.push(problem);
  }
}

function judge(status: number, body: string): string | undefined {
  if (status !== 200) return `status ${status}: ${body.slice(0, 100)}`;
  try {
    parseTwiml(body);
    return undefined;
  } catch (error) {
    return `not TwiML: ${String(error)}`;
  }
}

/** As the fragment of `voiceUrls` asks of Twilio (`rc=2&rp=all`): what fails is tried twice more, afresh. */
async function ask(port: number, agent: Agent, to: string, made: number): Promise<[number, string]> {
  for (const via of [agent, false] as const) {
    const answer = await post(port, via, to, made).catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  return post(port, false, to, made);
}

function post(port: number, agent: Agent | false, to: string, made: number): Promise<[number, string]> {
  const [head = '', body = ''] = prepareRequest(to, made).toString().split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(lines.map((one) => one.split(': ')));
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, method: 'POST', path: line.split(' ')[1], headers, agent, timeout: 15_000 },
      async (answer) => {
        answer.on('error', reject);
        const chunks = await answer.toArray().catch(() => []);
        resolve([answer.statusCode ?? 0, Buffer.concat(chunks).toString()]);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer within Twilio’s 15 seconds')));
    sent.on('error', reject);
    sent.end(body);
  });
}
