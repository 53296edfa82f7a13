import { request } from 'node:http';
import { type ParsedElement, parseTwiml } from '../../test/parse-twiml.ts';
import { phoneNumberOf } from './job.ts';
import { prepareRequest } from './prepared-requests.ts';
import type { ServerProcess } from './processes.ts';

/**
 * Asks every server about the same numbers and compares what their documents mean, so that nobody is fast by doing
 * less. Throws with both documents when two differ.
 */
export async function checkSameAnswers(servers: readonly ServerProcess[], numbers: number): Promise<void> {
  for (const index of [0, 1, numbers - 1]) {
    const answers: [string, string][] = [];
    for (const server of servers) answers.push([server.name, await ask(server.port, phoneNumberOf(index))]);
    const [first, ...others] = answers;
    for (const other of others) {
      if (first !== undefined && meaning(first[1]) !== meaning(other[1])) {
        throw new Error(`Two servers answer differently:\n${first.join('\n')}\n${other.join('\n')}`);
      }
    }
  }
}

function ask(port: number, phoneNumber: string): Promise<string> {
  const raw = prepareRequest(phoneNumber, 1).toString();
  const [head = '', body = ''] = raw.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(lines.map((one) => one.split(': ')));
  const [method, path] = line.split(' ');
  return new Promise((resolve, reject) => {
    const sent = request({ port, method, path, headers, agent: false }, async (answer) => {
      resolve(Buffer.concat(await answer.toArray()).toString());
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A document with attributes in alphabetical order, and parameters too: neither order means anything. */
function meaning(document: string): string {
  const walk = ({ name, attributes, children, text }: ParsedElement): string => {
    const written = Object.entries(attributes).sort();
    return JSON.stringify([name, written, text, children.map(walk).sort()]);
  };
  return walk(parseTwiml(document));
}
