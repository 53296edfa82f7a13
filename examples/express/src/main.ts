import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { voiceUrls } from '@numberkit/webhook';
import { createNodeVoiceWebhook } from '@numberkit/webhook/node';
import express from 'express';
import { createNumberkit, environmentKeys } from 'numberkit';
import { toNodeHandler } from 'numberkit/node';
import { sqlite } from 'numberkit/sqlite';
import { twilio } from 'numberkit/twilio';
import { serveAgent } from './agent.ts';
import { demoTenants, seedTenants } from './demo-tenants.ts';

const { TWILIO_ACCOUNT_SID = '', TWILIO_AUTH_TOKEN = '', PORT = '3000', ...env } = process.env;
const publicUrl = env.VOICE_WEBHOOK_URL ?? `http://localhost:${PORT}/twilio/voice`;
const agentUrl = env.AGENT_URL ?? new URL('/agent', publicUrl.replace(/^http/, 'ws')).href;
// Test calls to lines that are forwarded come from a number that waits here; at real Twilio only if you say so.
const testCallsFrom = env.TEST_CALLS_AREA_CODE ?? (env.TWILIO_SIMULATOR_URL && '307');
const signedIn = new Map<string, string>();

const numberkit = createNumberkit({
  carrier: twilio({
    accountSid: TWILIO_ACCOUNT_SID,
    authToken: TWILIO_AUTH_TOKEN,
    apiKey: env.TWILIO_API_KEY,
    apiSecret: env.TWILIO_API_SECRET,
    apiBaseUrl: env.TWILIO_API_BASE_URL,
  }),
  storage: sqlite({ file: env.DATABASE_PATH ?? '.data/express.db' }),
  keys: environmentKeys({ file: '.data/numberkit.key' }),
  voice: voiceUrls(publicUrl),
  paths: testCallsFrom ? ['buy', 'forward'] : ['buy'],
  pool: { targets: testCallsFrom ? { [testCallsFrom]: 1 } : {} },
  authorize: (request) => tenantOf(request.headers.get('cookie') ?? ''),
  // Lets curl in as the first tenant; a browser whose session ended must sign in again.
  development: { tenantId: ({ headers }) => (headers.has('cookie') ? null : 'brightsmile') },
});

const voice = createNodeVoiceWebhook({
  routes: numberkit.routing,
  // Only the auth token verifies calls; with an API key alone numbers can be bought, and calls are refused.
  authTokens: () => TWILIO_AUTH_TOKEN,
  publicUrl,
  fallback: { kind: 'say', text: 'We cannot take your call right now. Please try again in a minute.' },
  onCallStatus: numberkit.calls.record,
});

const files = (folder: string) => express.static(fileURLToPath(new URL(folder, import.meta.url)));
const app = express();
app.use('/api/twilio', toNodeHandler(numberkit.handler));
app.use('/twilio/voice', voice);
app.use('/elements', files('../../../packages/elements/dist/bundle'));
app.use(files('../public'));
app.get('/me', (request, response) => {
  const me = tenantOf(request.headers.cookie)?.tenantId;
  const tenant = demoTenants.find(({ id }) => id === me) ?? null;
  response.json({ tenant, demoTenants, phoneUrl: env.TWILIO_SIMULATOR_URL ?? null });
});
app.post('/sign-in/:tenant', (request, response) => {
  const [session, { tenant }] = [randomUUID(), request.params];
  if (demoTenants.some(({ id }) => id === tenant)) signedIn.set(session, tenant);
  response.cookie('session', session, { httpOnly: true, sameSite: 'lax' }).redirect(303, '/');
});

function tenantOf(cookies = '') {
  const tenantId = signedIn.get(/(?:^|;\s*)session=([^;]+)/.exec(cookies)?.[1] ?? '');
  return tenantId ? { tenantId, role: 'tenant' as const } : null;
}

await seedTenants(numberkit, agentUrl);
const server = createServer(app);
serveAgent(server, numberkit, agentUrl, TWILIO_AUTH_TOKEN);
numberkit.start();
server.listen(Number(PORT), () => console.log(`Acme Receptionist: http://localhost:${PORT}`));
process.once('SIGTERM', () => numberkit.close().then(() => process.exit()));
