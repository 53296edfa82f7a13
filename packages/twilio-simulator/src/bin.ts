#!/usr/bin/env node
import { parseArgs } from 'node:util';
import type { TwilioSimulatorServerOptions } from './server/index.ts';
import { startTwilioSimulator } from './server/index.ts';

const help = `Usage: twilio-simulator [options]

  --port PORT          port to listen on (4010)
  --host HOST          address to listen on (127.0.0.1; there is no password)
  --account-sid SID    account SID the REST API expects (made from the seed)
  --auth-token TOKEN   auth token of the account (made from the seed)
  --trial              a trial account: one number only
  --seed NUMBER        which numbers are on the shelf (1)
  --state FILE         keep numbers, bill and time in FILE over restarts
  --help               show this text`;

function readOptions(): TwilioSimulatorServerOptions | 'help' {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'account-sid': { type: 'string' },
      'auth-token': { type: 'string' },
      trial: { type: 'boolean' },
      seed: { type: 'string' },
      state: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
  return {
    ...(values.port === undefined ? {} : { port: readNumber('port', values.port) }),
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values['account-sid'] === undefined ? {} : { accountSid: values['account-sid'] }),
    ...(values['auth-token'] === undefined ? {} : { authToken: values['auth-token'] }),
    ...(values.trial === undefined ? {} : { trial: values.trial }),
    ...(values.seed === undefined ? {} : { seed: readNumber('seed', values.seed) }),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
  };
}

function readNumber(name: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new TypeError(`--${name} must be a whole number, not ${value}`);
  return Number(value);
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === 'help') {
    console.log(help);
    return;
  }
  const server = await startTwilioSimulator(options);
  const { account } = server.simulator;
  console.log(`Twilio simulator
  phone        ${server.url}/
  REST API     ${server.url}  (give this address to your client instead of Twilio's)
  account SID  ${account.sid}
  auth token   ${account.authToken}`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
