import { createNodeVoiceWebhook } from '@numberkit/webhook/node';
import { createNumberkit } from 'numberkit';
import { postgres } from 'numberkit/postgres';
import { sqlite } from 'numberkit/sqlite';
import { twilio } from 'numberkit/twilio';
import pg from 'pg';
import { twiml, voiceUrls } from '../../../src/index.ts';
import { GREETING_OF_FALLBACK, KEYS, PUBLIC_URL, TOKEN } from '../job.ts';
import { serve } from './serve.ts';

// (a) numberkit on Node's own server, everything personal in the database sealed.
const [database = ''] = process.argv.slice(2);
const numberkit = createNumberkit({
  carrier: twilio({ accountSid: 'AC00000000000000000000000000000001', authToken: TOKEN }),
  storage: database.startsWith('postgres:')
    ? postgres({ pool: new pg.Pool({ connectionString: database }) })
    : sqlite({ file: database }),
  keys: KEYS,
  voice: voiceUrls(PUBLIC_URL),
});
await numberkit.ready();

serve(
  createNodeVoiceWebhook({
    routes: numberkit.routing,
    authTokens: TOKEN,
    publicUrl: PUBLIC_URL,
    fallback: twiml.response(twiml.say(GREETING_OF_FALLBACK)),
  }),
);
