import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ACTION_URL, PUBLIC_URL, TOKEN } from '../job.ts';
import { openReadable, parametersOf, type RouteRow } from './by-hand.ts';
import { serve } from './serve.ts';

// (c) The least code that is correct: no framework, no SDK, one URL, one token, one kind of agent, no limits.
const [file = ''] = process.argv.slice(2);
const lookUp = openReadable(file);

serve((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => answer(request, response, Buffer.concat(chunks).toString()));
});

function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
  const call = Object.fromEntries(new URLSearchParams(body));
  if (!isSigned(call, String(request.headers['x-twilio-signature']))) {
    response.writeHead(403).end();
    return;
  }
  const row = lookUp(call.To ?? '');
  const inner = row === undefined ? '<Reject/>' : connect(row, call);
  const document = `<?xml version="1.0" encoding="UTF-8"?><Response>${inner}</Response>`;
  response
    .writeHead(200, { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(document) })
    .end(document);
}

function isSigned(call: Readonly<Record<string, string>>, signature: string): boolean {
  let text = PUBLIC_URL;
  for (const name of Object.keys(call).sort()) {
    text += name + call[name];
  }
  const expected = createHmac('sha1', TOKEN).update(text).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function connect(row: RouteRow, call: Readonly<Record<string, string>>): string {
  const { agent } = row;
  const relay = attributes({
    url: agent.url,
    welcomeGreeting: agent.greeting,
    language: agent.language,
    ttsProvider: agent.ttsProvider,
    voice: agent.voice,
    transcriptionProvider: agent.transcriptionProvider,
    interruptible: agent.interruptible,
  });
  const parameters = Object.entries(parametersOf(row, call))
    .map(([name, value]) => `<Parameter${attributes({ name, value })}/>`)
    .join('');
  return `<Connect${attributes({ action: ACTION_URL, method: 'POST' })}><ConversationRelay${relay}>${parameters}</ConversationRelay></Connect>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value = '']) => ` ${name}="${value.replace(/[&<>"]/g, (found) => ESCAPES[found] ?? found)}"`)
    .join('');
}
