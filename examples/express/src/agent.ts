import type { Server } from 'node:http';
import { verifyTwilioSignature } from '@numberkit/webhook';
import type { Numberkit } from 'numberkit';
import { WebSocketServer } from 'ws';

/** Answers calls over ConversationRelay, text in, text out. Put your model where `answer` is. */
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

/** The fact whose words the question shares. */
function answer(facts: Record<string, string>, question: string): string {
  const topics = Object.keys(facts);
  const asked = topics.find((words) =>
    words.split(' ').some((word) => question.toLowerCase().includes(word)),
  );
  return facts[asked ?? ''] ?? `Ask me about our ${topics.map((words) => words.split(' ')[0]).join(', ')}.`;
}
