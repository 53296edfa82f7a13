// The simulated carrier of a torture run, a process of its own; started by carrier/carrier-process.ts.
// Asked to stop it keeps its account in a file, so that it can be started again with nothing lost.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { startTwilioSimulator } from '@numberkit/twilio-simulator/server';
import { ACCOUNT_SID, AUTH_TOKEN } from '../settings.ts';

const [file = '', seed = '1'] = process.argv.slice(2);
const options = { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, seed: Number(seed), port: 0 };
const { simulator, url, close } = await startTwilioSimulator(options);
if (existsSync(file)) await simulator.restore(JSON.parse(readFileSync(file, 'utf8')));

process.on('message', async () => {
  await close();
  writeFileSync(file, JSON.stringify(simulator.snapshot()));
  process.exit(0);
});
process.on('disconnect', () => process.exit(0));
// Told only now, so that nobody sees the account before it is filled.
process.send?.({ url });
