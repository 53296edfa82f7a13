import { seedTenants } from '@numberkit/example-express/demo-tenants';
import { voiceUrls } from '@numberkit/webhook';
import { createNumberkit, environmentKeys, type Numberkit } from 'numberkit';
import { sqlite } from 'numberkit/sqlite';
import { twilio } from 'numberkit/twilio';
import { readSession } from './session.ts';
import { agentUrl, authToken, publicUrl, testCallsFrom } from './settings.ts';

// Next may load this module several times in one process; all of them are to share one database connection.
const kept = globalThis as typeof globalThis & { numberkit?: Numberkit };

/** Composed when first asked for: `next build` loads routes too, and has no account. */
export function getNumberkit(): Numberkit {
  kept.numberkit ??= compose();
  return kept.numberkit;
}

function compose(): Numberkit {
  const { TWILIO_ACCOUNT_SID = '', TWILIO_API_BASE_URL, DATABASE_PATH = '.data/next.db' } = process.env;
  return createNumberkit({
    carrier: twilio({
      accountSid: TWILIO_ACCOUNT_SID,
      authToken: authToken(),
      apiBaseUrl: TWILIO_API_BASE_URL,
    }),
    storage: sqlite({ file: DATABASE_PATH }),
    keys: environmentKeys({ file: '.data/numberkit.key' }),
    voice: voiceUrls(publicUrl()),
    paths: testCallsFrom() ? ['buy', 'forward'] : ['buy'],
    pool: { targets: testCallsFrom() ? { [testCallsFrom()]: 1 } : {} },
    authorize: (request) => readSession(request.headers.get('cookie') ?? '', getNumberkit().sessions),
  });
}

/** What happens once per process, before the first request. */
export async function startNumberkit(): Promise<void> {
  const numberkit = getNumberkit();
  await seedTenants(numberkit, agentUrl());
  numberkit.start();
}
