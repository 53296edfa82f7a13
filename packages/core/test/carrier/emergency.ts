import { Buffer } from 'node:buffer';
import type { TwilioSimulator } from '@numberkit/twilio-simulator';

/** Registers an emergency address for a number, behind the adapter's back, as somebody did in the console. */
export async function registerEmergencyAddress(
  simulator: TwilioSimulator,
  phoneNumber: string,
): Promise<void> {
  const address = await post(simulator, 'Addresses.json', {
    CustomerName: 'Acme',
    Street: '1 Main Street',
    City: 'Oakland',
    Region: 'CA',
    PostalCode: '94607',
    IsoCountry: 'US',
    EmergencyEnabled: 'true',
  });
  const sid = simulator.numbers.find(phoneNumber)?.sid ?? '';
  await post(simulator, `IncomingPhoneNumbers/${sid}.json`, { EmergencyAddressSid: String(address.sid) });
  await simulator.clock.advance(120_000);
}

async function post(
  simulator: TwilioSimulator,
  path: string,
  form: Record<string, string>,
): Promise<Record<string, unknown>> {
  const { sid, authToken } = simulator.account;
  const response = await simulator.fetch(
    new Request(`https://api.twilio.com/2010-04-01/Accounts/${sid}/${path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${sid}:${authToken}`).toString('base64')}` },
      body: new URLSearchParams(form),
    }),
  );
  if (!response.ok) throw new Error(`the simulator answered ${response.status}: ${await response.text()}`);
  // The simulator answers these requests with a JSON object.
  return (await response.json()) as Record<string, unknown>;
}
