import { EdgeVM } from '@edge-runtime/vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { outline } from './parse-twiml.ts';
import { formBody, INBOUND, PUBLIC_URL, signedPost, TOKEN } from './twilio-request.ts';

/** An edge runtime: Web globals and nothing of Node's; the entry is bundled into it as one script. */
let edge: EdgeVM;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL('../src/index.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'webhookEntry',
    platform: 'neutral',
  });
  edge = new EdgeVM({ codeGeneration: { strings: false, wasm: false } });
  edge.evaluate(`${outputFiles[0]?.text};
    globalThis.answer = async (url, headers, body) => {
      const webhook = webhookEntry.createVoiceWebhook({
        authTokens: ${JSON.stringify(TOKEN)},
        publicUrl: ${JSON.stringify(PUBLIC_URL)},
        fallback: '<Response/>',
        routes: {
          lookup: async (phoneNumber) => ({
            tenantId: 'bean-scene', numberId: 'num_1', phoneNumber,
            agent: { kind: 'conversation-relay', url: 'wss://agent.example.com/relay' },
          }),
        },
      });
      const response = await webhook(new Request(url, { method: 'POST', headers, body }));
      return JSON.stringify([response.status, await response.text()]);
    };`);
});

async function answerInside(request: Request, body: string): Promise<[number, string]> {
  const given = [request.url, Object.fromEntries(request.headers), body].map((value) =>
    JSON.stringify(value),
  );
  return JSON.parse(await edge.evaluate(`answer(${given.join(', ')})`));
}

describe('the Web entry in an edge runtime', () => {
  it('runs where Node has left nothing', () => {
    expect(edge.evaluate('[typeof process, typeof Buffer, typeof require, typeof setImmediate].join()')).toBe(
      'undefined,undefined,undefined,undefined',
    );
  });

  it('answers a signed call with its agent', async () => {
    const [status, document] = await answerInside(signedPost(INBOUND), formBody(INBOUND));
    expect(status).toBe(200);
    expect(outline(document)).toMatch(/^Connect\(ConversationRelay\(/);
  });

  it('refuses an edited one', async () => {
    const [status] = await answerInside(signedPost(INBOUND), formBody({ ...INBOUND, To: '+19995550000' }));
    expect(status).toBe(403);
  });
});
