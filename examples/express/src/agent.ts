import type { Server } from 'node:http';
import { verifyTwilioSignature } from '@numberkit/webhook';
import type { Numberkit } from 'numberkit';
import { WebSocketServer } from 'ws';

/** Answers calls over Twilio ConversationRelay: text in, text out. Put your model where `answer` is. */
export function serveAgent(server: Server, numberkit: Numberkit, agentUrl: string, authToken: string): void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', async (request, socket, head) => {
    const signature = request.headers['x-twilio-signature'];
    const genuine = await verifyTwilioSignature({ authTokens: authToken, url: agentUrl, signature });
    if (!genuine) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (call) => {
      let facts: Record<string, string> = {};
      call.on('message', async (data) => {
        const message = JSON.parse(String(data));
        if (message.type === 'setup') {
          const tenant = await numberkit.tenants.get(message.customParameters.tenantId);
          facts = (tenant?.traits.facts ?? {}) as Record<string, string>;
        }
        if (message.type === 'prompt' && message.last) {
          call.send(JSON.stringify({ type: 'text', token: answer(facts, message.voicePrompt), last: true }));
        }
      });
    });
  });
}

const askedBy: Record<string, RegExp> = {
  hours: /hour|open|close|when|time/i,
  address: /where|address|find|located|street/i,
  appointment: /appointment|book|see (a|the) dentist/i,
  insurance: /insur|cover|pay/i,
  delivery: /deliver|bring/i,
  menu: /menu|order|pizza|eat/i,
};

function answer(facts: Record<string, string>, question: string): string {
  const topic = Object.keys(facts).find((name) => askedBy[name]?.test(question));
  if (topic) return facts[topic] ?? '';
  return `I can tell you about our ${Object.keys(facts).join(', ')}. What would you like to know?`;
}
