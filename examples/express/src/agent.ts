import type { Server } from 'node:http';
import { verifyTwilioSignature } from '@numberkit/webhook';
import type { Numberkit } from 'numberkit';
import { type VerifyClientCallbackAsync, WebSocketServer } from 'ws';

/** Answers calls over ConversationRelay, text in, text out. Put your model where `answer` is. */
export function serveAgent(server: Server, numberkit: Numberkit, agentUrl: string, authTokens: string): void {
  const verifyClient: VerifyClientCallbackAsync = ({ req: { headers } }, done) => {
    const signature = headers['x-twilio-signature'];
    verifyTwilioSignature({ authTokens, url: agentUrl, signature }).then(done, () => done(false));
  };
  const calls = new WebSocketServer({ server, path: new URL(agentUrl).pathname, verifyClient });
  calls.on('connection', (call) => {
    let facts: Record<string, string> = {};
    const hear = async (text: string) => {
      const message = JSON.parse(text);
      if (message.type === 'setup') {
        const tenant = await numberkit.tenants.get(message.customParameters.tenantId);
        facts = (tenant?.traits.facts ?? {}) as Record<string, string>;
      } else if (message.type === 'prompt' && message.last) {
        call.send(JSON.stringify({ type: 'text', token: answer(facts, message.voicePrompt), last: true }));
      }
    };
    call.on('message', (data) => hear(String(data)).catch(() => call.close()));
    call.on('error', () => call.terminate());
  });
}

/** The fact whose words the question shares. */
function answer(facts: Record<string, string>, question: string): string {
  const heard = (word: string) => question.toLowerCase().includes(word);
  const topics = Object.keys(facts).map((words) => words.split(' '));
  const asked = topics.find((words) => words.some(heard));
  return facts[asked?.join(' ') ?? ''] ?? `Ask me about our ${topics.map(([topic]) => topic).join(', ')}.`;
}
