import assert from 'node:assert/strict';
import type { Bench } from './sdk-client.ts';

/** One operation driven through the official SDK; `run` fails when the answer is not what it should be. */
export interface SdkCall {
  /** Operation id of the official document. */
  operation: string;
  run(bench: Bench): Promise<void>;
}

const VOICE_URL = 'https://host.example/voice';

/** Buys one ordinary number and returns it. */
export async function buyNumber({ client }: Bench, areaCode = 415) {
  const [found] = await client
    .availablePhoneNumbers('US')
    .local.list({ areaCode, excludeAllAddressRequired: true, voiceEnabled: true, limit: 1 });
  assert.ok(found, `no number in ${areaCode}`);
  return client.incomingPhoneNumbers.create({ phoneNumber: found.phoneNumber, voiceUrl: VOICE_URL });
}

export async function createAddress({ client }: Bench, isoCountry = 'US') {
  return client.addresses.create({
    customerName: 'Acme',
    street: '1 Main St',
    city: 'San Francisco',
    region: 'CA',
    postalCode: '94105',
    isoCountry,
    friendlyName: 'Office',
  });
}

async function placeCall(bench: Bench) {
  const { phoneNumber } = await buyNumber(bench);
  return bench.client.calls.create({
    from: phoneNumber,
    to: '+12125550123',
    twiml: '<Response><Pause length="60"/></Response>',
    timeout: 20,
    statusCallbackEvent: ['initiated', 'completed'],
  });
}

/** The SDK's list methods are overloads that TypeScript cannot call through a union. */
const listAnything = (resource: unknown) => (resource as { list(): Promise<unknown[]> }).list();

const search: SdkCall[] = [
  {
    operation: 'ListAvailablePhoneNumberCountry',
    run: async ({ client }) => {
      const countries = await client.availablePhoneNumbers.list();
      assert.deepEqual(countries.map(({ countryCode }) => countryCode).sort(), ['CA', 'US']);
    },
  },
  {
    operation: 'FetchAvailablePhoneNumberCountry',
    run: async ({ client }) => {
      const country = await client.availablePhoneNumbers('US').fetch();
      assert.deepEqual(Object.keys(country.subresourceUris).sort(), ['local', 'toll_free']);
    },
  },
  {
    operation: 'ListAvailablePhoneNumberLocal',
    run: async ({ client }) => {
      const found = await client.availablePhoneNumbers('US').local.list({
        areaCode: 415,
        contains: '+1415%',
        smsEnabled: true,
        voiceEnabled: true,
        excludeAllAddressRequired: true,
        beta: false,
        nearLatLong: '37.77,-122.42',
        distance: 50,
        inRegion: 'CA',
        pageSize: 50,
      });
      assert.ok(found.length > 0 && found.length <= 30);
      assert.ok(found.every(({ phoneNumber }) => phoneNumber.startsWith('+1415')));
    },
  },
  {
    operation: 'ListAvailablePhoneNumberTollFree',
    run: async ({ client }) => {
      const found = await client.availablePhoneNumbers('US').tollFree.list({ contains: '+1800%', limit: 5 });
      assert.equal(found.length, 5);
      assert.ok(found.every(({ locality, postalCode }) => locality === null && postalCode === null));
    },
  },
  ...(['mobile', 'national', 'sharedCost', 'voip', 'machineToMachine'] as const).map(
    (type): SdkCall => ({
      operation: `ListAvailablePhoneNumber${type[0]?.toUpperCase()}${type.slice(1)}`,
      run: ({ client }) =>
        assert.rejects(listAnything(client.availablePhoneNumbers('US')[type]), { status: 404, code: 20404 }),
    }),
  ),
];

const subtypes = (['local', 'tollFree', 'mobile'] as const).flatMap((type): SdkCall[] => {
  const name = `${type[0]?.toUpperCase()}${type.slice(1)}`;
  return [
    {
      operation: `CreateIncomingPhoneNumber${name}`,
      run: async ({ client }) => {
        const shelf = client.availablePhoneNumbers('US');
        const options = { excludeAllAddressRequired: true, limit: 1 };
        const [found] = await (type === 'tollFree'
          ? shelf.tollFree.list(options)
          : shelf.local.list(options));
        assert.ok(found);
        const buying = client.incomingPhoneNumbers[type].create({ phoneNumber: found.phoneNumber });
        if (type === 'mobile') return assert.rejects(buying, { code: 21458 });
        assert.equal((await buying).phoneNumber, found.phoneNumber);
      },
    },
    {
      operation: `ListIncomingPhoneNumber${name}`,
      run: async (bench) => {
        await buyNumber(bench);
        const found = await listAnything(bench.client.incomingPhoneNumbers[type]);
        assert.equal(found.length, type === 'local' ? 1 : 0);
      },
    },
  ];
});

const numbers: SdkCall[] = [
  {
    operation: 'CreateIncomingPhoneNumber',
    run: async (bench) => {
      const number = await buyNumber(bench);
      assert.equal(number.voiceUrl, VOICE_URL);
      assert.match(number.sid, /^PN[0-9a-f]{32}$/);
    },
  },
  {
    operation: 'ListIncomingPhoneNumber',
    run: async (bench) => {
      for (const areaCode of [212, 312, 415]) await buyNumber(bench, areaCode);
      const found = await bench.client.incomingPhoneNumbers.list({ pageSize: 1 });
      assert.equal(found.length, 3);
      const partial = await bench.client.incomingPhoneNumbers.list({ phoneNumber: '+1312*', beta: true });
      assert.deepEqual(
        partial.map(({ phoneNumber }) => phoneNumber.slice(0, 5)),
        ['+1312'],
      );
    },
  },
  {
    operation: 'FetchIncomingPhoneNumber',
    run: async (bench) => {
      const { sid, phoneNumber } = await buyNumber(bench);
      const number = await bench.client.incomingPhoneNumbers(sid).fetch();
      assert.equal(number.phoneNumber, phoneNumber);
    },
  },
  {
    operation: 'UpdateIncomingPhoneNumber',
    run: async (bench) => {
      const { sid } = await buyNumber(bench);
      const number = await bench.client.incomingPhoneNumbers(sid).update({
        friendlyName: 'Front desk',
        voiceUrl: 'https://host.example/other',
        voiceMethod: 'GET',
        statusCallback: 'https://host.example/status',
        voiceCallerIdLookup: true,
      });
      assert.equal(number.friendlyName, 'Front desk');
      assert.equal(number.voiceMethod, 'GET');
      assert.equal(number.voiceCallerIdLookup, true);
    },
  },
  {
    operation: 'DeleteIncomingPhoneNumber',
    run: async (bench) => {
      const { sid } = await buyNumber(bench);
      assert.equal(await bench.client.incomingPhoneNumbers(sid).remove(), true);
      await assert.rejects(bench.client.incomingPhoneNumbers(sid).fetch(), { status: 404, code: 20404 });
    },
  },
];

const calls: SdkCall[] = [
  {
    operation: 'CreateCall',
    run: async (bench) => {
      const call = await placeCall(bench);
      assert.equal(call.status, 'queued');
      assert.equal(call.direction, 'outbound-api');
      assert.equal(call.price, null);
    },
  },
  {
    operation: 'FetchCall',
    run: async (bench) => {
      const { sid } = await placeCall(bench);
      const call = await bench.client.calls(sid).fetch();
      assert.equal(call.to, '+12125550123');
    },
  },
  {
    operation: 'ListCall',
    run: async (bench) => {
      const { sid } = await placeCall(bench);
      const found = await bench.client.calls.list({ to: '+12125550123' });
      assert.deepEqual(
        found.map((call) => call.sid),
        [sid],
      );
      assert.deepEqual(await bench.client.calls.list({ to: '+12125550199' }), []);
      const since = new Date(bench.simulator.clock.now().getTime() + 86_400_000);
      assert.deepEqual(await bench.client.calls.list({ startTimeAfter: since }), []);
    },
  },
  {
    operation: 'UpdateCall',
    run: async (bench) => {
      const { sid } = await placeCall(bench);
      const call = await bench.client.calls(sid).update({ status: 'completed' });
      assert.ok(['canceled', 'completed'].includes(call.status), call.status);
    },
  },
  {
    operation: 'DeleteCall',
    run: async (bench) => {
      const { sid } = await placeCall(bench);
      await assert.rejects(bench.client.calls(sid).remove(), { code: 20009 });
      await bench.client.calls(sid).update({ status: 'completed' });
      assert.equal(await bench.client.calls(sid).remove(), true);
    },
  },
];

const account: SdkCall[] = [
  {
    operation: 'CreateAddress',
    run: async (bench) => {
      const address = await createAddress(bench);
      assert.match(address.sid, /^AD[0-9a-f]{32}$/);
    },
  },
  {
    operation: 'FetchAddress',
    run: async (bench) => {
      const { sid } = await createAddress(bench);
      assert.equal((await bench.client.addresses(sid).fetch()).customerName, 'Acme');
    },
  },
  {
    operation: 'ListAddress',
    run: async (bench) => {
      await createAddress(bench);
      assert.equal((await bench.client.addresses.list({ isoCountry: 'US' })).length, 1);
      assert.equal((await bench.client.addresses.list({ isoCountry: 'CA' })).length, 0);
    },
  },
  {
    operation: 'FetchAccount',
    run: async ({ client, simulator }) => {
      const found = await client.api.v2010.accounts(simulator.account.sid).fetch();
      assert.equal(found.status, 'active');
      assert.equal(found.type, 'Full');
    },
  },
  {
    operation: 'ListAccount',
    run: async ({ client, simulator }) => {
      const found = await client.api.v2010.accounts.list();
      assert.deepEqual(
        found.map(({ sid }) => sid),
        [simulator.account.sid],
      );
    },
  },
  {
    operation: 'FetchBalance',
    run: async (bench) => {
      await buyNumber(bench);
      const { balance, currency } = await bench.client.balance.fetch();
      assert.deepEqual([balance, currency], ['98.85', 'USD']);
    },
  },
];

const usage = (
  ['', 'AllTime', 'Daily', 'LastMonth', 'Monthly', 'ThisMonth', 'Today', 'Yearly', 'Yesterday'] as const
).map(
  (name): SdkCall => ({
    operation: `ListUsageRecord${name}`,
    run: async (bench) => {
      await buyNumber(bench);
      const { records } = bench.client.usage;
      const options = { category: 'phonenumbers', limit: 3 };
      const [record] =
        name === ''
          ? await records.list(options)
          : await records[`${name.slice(0, 1).toLowerCase()}${name.slice(1)}` as 'daily'].list(options);
      assert.ok(record);
      const before = name === 'LastMonth' || name === 'Yesterday';
      assert.equal(record.usage, before ? '0' : '1');
    },
  }),
);

const pricing: SdkCall[] = [
  {
    operation: 'ListPhoneNumberCountry',
    run: async ({ client }) =>
      assert.equal((await client.pricing.v1.phoneNumbers.countries.list()).length, 2),
  },
  {
    operation: 'FetchPhoneNumberCountry',
    run: async ({ client }) => {
      const { phoneNumberPrices, priceUnit } = await client.pricing.v1.phoneNumbers.countries('US').fetch();
      assert.equal(priceUnit, 'USD');
      assert.deepEqual(JSON.parse(JSON.stringify(phoneNumberPrices)), [
        { numberType: 'local', basePrice: '1.15', currentPrice: '1.15' },
        { numberType: 'toll free', basePrice: '2.15', currentPrice: '2.15' },
      ]);
    },
  },
  {
    operation: 'ListVoiceCountry',
    run: async ({ client }) => assert.equal((await client.pricing.v2.voice.countries.list()).length, 2),
  },
  {
    operation: 'FetchVoiceCountry',
    run: async ({ client }) => {
      const { inboundCallPrices } = await client.pricing.v2.voice.countries('CA').fetch();
      assert.equal(inboundCallPrices.length, 2);
    },
  },
  {
    operation: 'FetchVoiceNumber',
    run: async (bench) => {
      const { phoneNumber } = await buyNumber(bench);
      const price = await bench.client.pricing.v2.voice
        .numbers(phoneNumber)
        .fetch({ originationNumber: '+12125550123' });
      assert.equal(price.outboundCallPrices.length, 1);
      assert.equal(price.originationNumber, '+12125550123');
    },
  },
];

const lookups: SdkCall[] = [
  {
    operation: 'FetchPhoneNumber',
    run: async (bench) => {
      const { client, simulator } = bench;
      simulator.lines.add({ phoneNumber: '+16192340144', carrier: 'Cox', kind: 'landline' });
      const number = await client.lookups.v2
        .phoneNumbers('+16192340144')
        .fetch({ fields: 'line_type_intelligence' });
      assert.equal(number.valid, true);
      assert.equal(number.countryCode, 'US');
      assert.equal(number.lineTypeIntelligence.carrierName, 'Cox Communications');
      assert.equal(number.lineTypeIntelligence.type, 'fixedVoip');
    },
  },
];

/** Every operation that COVERAGE.md calls supported, once each. */
export const SDK_CALLS: readonly SdkCall[] = [
  ...search,
  ...numbers,
  ...subtypes,
  ...calls,
  ...account,
  ...usage,
  ...pricing,
  ...lookups,
];
