import { connect } from 'node:net';
import { prepareRequests } from './prepared-requests.ts';

/** What the load process is asked for. */
export interface LoadOrder {
  readonly port: number;
  readonly seconds: number;
  readonly connections: number;
}

/** What it measured. Times are milliseconds. */
export interface LoadReport {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were not 200 with a ConversationRelay in it. */
  readonly wrong: number;
}

const ANSWER_START = Buffer.from('HTTP/1.1 200 ');
const WANTED = '<ConversationRelay ';

// A process of its own, so that making load takes nothing from the server's one thread.
const [numbers = '1000000', called = '20000'] = process.argv.slice(2);
const requests = Math.min(Number(called), Number(numbers));
const prepared = prepareRequests({ requests, numbers: Number(numbers) });
let next = 0;
process.on('message', async (order: LoadOrder) => process.send?.(await run(order)));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function run({ port, seconds, connections }: LoadOrder): Promise<LoadReport> {
  const started = performance.now();
  const until = started + seconds * 1000;
  const latencies: number[] = [];
  const wrong = await Promise.all(
    Array.from({ length: connections }, () => converse(port, until, latencies)),
  );
  const elapsed = (performance.now() - started) / 1000;
  latencies.sort((left, right) => left - right);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    requests: latencies.length,
    seconds: elapsed,
    p50: at(0.5),
    p99: at(0.99),
    wrong: wrong.reduce((sum, one) => sum + one, 0),
  };
}

/** One connection: asks, waits for the whole answer, asks again. Resolves to the number of wrong answers. */
function converse(port: number, until: number, latencies: number[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let wrong = 0;
    let asked = 0;
    let answer: Buffer = Buffer.alloc(0);
    const ask = (): void => {
      asked = performance.now();
      if (asked >= until) {
        socket.end();
        resolve(wrong);
        return;
      }
      // The list is not empty and the index within it.
      socket.write(prepared[next % prepared.length] as Buffer);
      next += 1;
    };
    socket.setNoDelay(true);
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      answer = answer.length === 0 ? chunk : Buffer.concat([answer, chunk]);
      if (!isWhole(answer)) return;
      latencies.push(performance.now() - asked);
      if (!answer.subarray(0, ANSWER_START.length).equals(ANSWER_START) || !answer.includes(WANTED))
        wrong += 1;
      answer = Buffer.alloc(0);
      ask();
    });
  });
}

function isWhole(answer: Buffer): boolean {
  const headEnd = answer.indexOf('\r\n\r\n');
  if (headEnd === -1) return false;
  const length = /content-length: (\d+)/i.exec(answer.subarray(0, headEnd).toString('latin1'))?.[1];
  if (length === undefined) throw new Error('The load generator needs answers with a Content-Length.');
  return answer.length >= headEnd + 4 + Number(length);
}
