import { beforeEach, describe, expect, it } from 'vitest';
import { buyNumber, createAddress } from './sdk-calls.ts';
import { type Bench, setUp } from './sdk-client.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BUNDLE = `BU${'0'.repeat(32)}`;

let bench: Bench;
const create = (options: Parameters<Bench['client']['incomingPhoneNumbers']['create']>[0]) =>
  bench.client.incomingPhoneNumbers.create(options);

beforeEach(() => {
  bench = setUp({
    inventory: {
      extra: [
        { phoneNumber: '+14155550100' },
        { phoneNumber: '+14155550101', addressRequirements: 'any' },
        { phoneNumber: '+14155550102', addressRequirements: 'local' },
        { phoneNumber: '+14155550103', addressRequirements: 'foreign' },
        { phoneNumber: '+14155550104', addressRequirements: 'any', needsBundle: true },
      ],
    },
  });
});

describe('buying a number', () => {
  it('charges a month at once, tagged with the friendly name of that moment', async () => {
    const { sid, phoneNumber } = await create({ phoneNumber: '+14155550100', friendlyName: 'op_1' });
    expect(bench.simulator.bill.entries()).toMatchObject([
      { kind: 'number-month', sid, phoneNumber, tag: 'op_1', amountMicros: 1_150_000, currency: 'USD' },
    ]);
  });

  it('answers 201 for a number already owned, overwrites its settings and charges nothing', async () => {
    const first = await create({
      phoneNumber: '+14155550100',
      voiceUrl: 'https://a.example/v',
      friendlyName: 'A',
    });
    const second = await create({ phoneNumber: '+14155550100', voiceUrl: 'https://b.example/v' });
    expect(bench.exchanges.map(({ status }) => status)).toEqual([201, 201]);
    expect(second).toMatchObject({ sid: first.sid, voiceUrl: 'https://b.example/v', friendlyName: 'A' });
    expect(bench.simulator.bill.entries()).toHaveLength(1);
    expect(bench.simulator.numbers.owned()).toHaveLength(1);
  });

  it('lets one of two simultaneous buyers of an area code have each number', async () => {
    const bought = await Promise.all([1, 2, 3, 4].map(() => create({ areaCode: '808' })));
    expect(new Set(bought.map(({ phoneNumber }) => phoneNumber)).size).toBe(4);
    expect(bench.simulator.bill.entries()).toHaveLength(4);
  });

  it.each([
    ['a number that does not exist', { phoneNumber: '+14155559999' }, 21422],
    ['what is no number', { phoneNumber: '4155550100' }, 21421],
    ['a number abroad', { phoneNumber: '+442071234567' }, 21421],
    ['neither a number nor an area code', {}, 21421],
    ['an area code without numbers', { areaCode: '999' }, 21452],
    ['what is no area code', { areaCode: '12' }, 21451],
    ['a bad voice address', { phoneNumber: '+14155550100', voiceUrl: 'ftp://x' }, 21402],
    ['a bad status callback', { phoneNumber: '+14155550100', statusCallback: 'nowhere' }, 21402],
    ['a bad method', { phoneNumber: '+14155550100', voiceMethod: 'PUT' }, 21403],
    ['a fallback alone', { phoneNumber: '+14155550100', voiceFallbackUrl: 'https://a.example' }, 21405],
    ['a long name', { phoneNumber: '+14155550100', friendlyName: 'x'.repeat(65) }, 20002],
    ['a bad bundle', { phoneNumber: '+14155550104', bundleSid: 'BU1' }, 21649],
  ])('refuses %s and charges nothing', async (_what, options, code) => {
    // A wrong method is not in the SDK's types: this is what a sloppy caller sends.
    await expect(create(options as Parameters<typeof create>[0])).rejects.toMatchObject({
      status: 400,
      code,
    });
    expect(bench.simulator.bill.entries()).toEqual([]);
    expect(bench.simulator.numbers.owned()).toEqual([]);
  });

  it('answers 21422 once somebody else has the number', async () => {
    bench.simulator.numbers.sellElsewhere('+14155550100');
    await expect(create({ phoneNumber: '+14155550100' })).rejects.toMatchObject({ code: 21422 });
  });

  it('asks for an address, a local address, a foreign address or a bundle where the number needs one', async () => {
    const home = (await createAddress(bench)).sid;
    const abroad = (await createAddress(bench, 'DE')).sid;
    await expect(create({ phoneNumber: '+14155550101' })).rejects.toMatchObject({ code: 21631 });
    await expect(create({ phoneNumber: '+14155550102', addressSid: abroad })).rejects.toMatchObject({
      code: 21615,
    });
    await expect(create({ phoneNumber: '+14155550103', addressSid: home })).rejects.toMatchObject({
      code: 21651,
    });
    await expect(create({ phoneNumber: '+14155550104', addressSid: home })).rejects.toMatchObject({
      code: 21649,
    });
    await create({ phoneNumber: '+14155550101', addressSid: abroad });
    await create({ phoneNumber: '+14155550102', addressSid: home });
    await create({ phoneNumber: '+14155550103', addressSid: abroad });
    await create({ phoneNumber: '+14155550104', bundleSid: BUNDLE });
    expect(bench.simulator.numbers.owned()).toHaveLength(4);
  });

  it('allows a trial account one number', async () => {
    bench = setUp({ trial: true });
    await buyNumber(bench);
    await expect(buyNumber(bench)).rejects.toMatchObject({ status: 400, code: 21404 });
  });

  it('keeps a number of one type out of the path of the other', async () => {
    const buying = bench.client.incomingPhoneNumbers.tollFree.create({ phoneNumber: '+14155550100' });
    await expect(buying).rejects.toMatchObject({ code: 21458 });
  });
});

describe('changing a number', () => {
  it('lets the trunk and the voice application replace each other, and leaves the voice address', async () => {
    const { sid } = await create({ phoneNumber: '+14155550100', voiceUrl: 'https://a.example/v' });
    const number = bench.client.incomingPhoneNumbers(sid);
    const application = `AP${'1'.repeat(32)}`;
    const trunk = `TK${'2'.repeat(32)}`;
    expect(await number.update({ voiceApplicationSid: application })).toMatchObject({
      voiceApplicationSid: application,
      trunkSid: null,
    });
    expect(await number.update({ trunkSid: trunk })).toMatchObject({
      voiceApplicationSid: '',
      trunkSid: trunk,
    });
    expect(await number.update({ voiceApplicationSid: application })).toMatchObject({ trunkSid: null });
    const cleared = await number.update({ voiceApplicationSid: '', trunkSid: '' });
    expect(cleared).toMatchObject({
      voiceApplicationSid: '',
      trunkSid: null,
      voiceUrl: 'https://a.example/v',
    });
  });

  it('changes nothing when it refuses one of several settings', async () => {
    const { sid } = await create({ phoneNumber: '+14155550100', friendlyName: 'A' });
    const number = bench.client.incomingPhoneNumbers(sid);
    await expect(number.update({ friendlyName: 'B', voiceUrl: 'nowhere' })).rejects.toMatchObject({
      code: 21402,
    });
    expect((await number.fetch()).friendlyName).toBe('A');
  });
});

describe('releasing a number', () => {
  it('refunds nothing, stops the monthly charge, and rests the number for ten days', async () => {
    const { sid } = await create({ phoneNumber: '+14155550100' });
    await bench.client.incomingPhoneNumbers(sid).remove();
    await expect(create({ phoneNumber: '+14155550100' })).rejects.toMatchObject({ code: 21422 });
    await bench.simulator.clock.advance(60 * DAY);
    expect(bench.simulator.bill.entries()).toHaveLength(1);
    await create({ phoneNumber: '+14155550100' });
    expect(bench.simulator.bill.entries()).toHaveLength(2);
  });

  it('is refused until the emergency address is unregistered', async () => {
    const { sid } = await create({ phoneNumber: '+14155550100' });
    const number = bench.client.incomingPhoneNumbers(sid);
    const address = (await createAddress(bench)).sid;
    const status = async () => (await number.fetch()).emergencyAddressStatus;
    await number.update({ emergencyAddressSid: address });
    expect(await status()).toBe('pending-registration');
    await bench.simulator.clock.advance(HOUR);
    expect(await status()).toBe('registered');
    await expect(number.remove()).rejects.toMatchObject({ status: 400 });
    await number.update({ emergencyAddressSid: '' });
    await expect(number.remove()).rejects.toMatchObject({ status: 400 });
    await bench.simulator.clock.advance(HOUR);
    expect(await status()).toBe('unregistered');
    expect(await number.remove()).toBe(true);
  });
});

describe('listing numbers', () => {
  it('pages with the addresses it gives out', async () => {
    for (const areaCode of [212, 305, 312, 415, 602]) await buyNumber(bench, areaCode);
    const first = await bench.client.incomingPhoneNumbers.page({ pageSize: 2 });
    const second = await first.nextPage();
    const third = await second?.nextPage();
    expect([first, second, third].map((page) => page?.instances.length)).toEqual([2, 2, 1]);
    expect(await third?.nextPage()).toBeUndefined();
    expect((await third?.previousPage())?.instances.length).toBe(2);
    await expect(bench.client.incomingPhoneNumbers.page({ pageSize: 1001 })).rejects.toMatchObject({
      code: 20007,
    });
  });

  it('matches part of a number, with a star for any digit, and the exact friendly name', async () => {
    await create({ phoneNumber: '+14155550100', friendlyName: 'op_1' });
    const find = (phoneNumber: string) => bench.client.incomingPhoneNumbers.list({ phoneNumber });
    for (const part of ['+14155550100', '555010', '415*550100', '+1415'])
      expect(await find(part)).toHaveLength(1);
    for (const part of ['+1416', '0101', '415*0100']) expect(await find(part)).toEqual([]);
    expect(await bench.client.incomingPhoneNumbers.list({ friendlyName: 'op_1' })).toHaveLength(1);
    expect(await bench.client.incomingPhoneNumbers.list({ friendlyName: 'op' })).toEqual([]);
    expect(await bench.client.incomingPhoneNumbers.list({ origin: 'hosted' })).toEqual([]);
  });
});

describe('the bill', () => {
  it('charges each number on the same day of every month, the last day where there is none', async () => {
    bench = setUp({ clock: { mode: 'virtual', start: new Date('2026-01-31T10:00:00Z') } });
    await buyNumber(bench);
    await bench.simulator.clock.advance(100 * DAY);
    expect(bench.simulator.bill.entries().map(({ at }) => at.toISOString().slice(0, 10))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(bench.simulator.bill.total()).toEqual({ amountMicros: 4 * 1_150_000, currency: 'USD' });
  });

  it('shows in the usage records by day, month and category', async () => {
    bench = setUp({ clock: { mode: 'virtual', start: new Date('2026-01-31T10:00:00Z') } });
    await buyNumber(bench);
    await bench.simulator.clock.advance(29 * DAY);
    const { records } = bench.client.usage;
    const months = await records.monthly.list({ category: 'totalprice' });
    expect(months.map(({ price }) => Number(price))).toEqual([0, 1.15, 1.15]);
    const [january] = await records.list({
      category: 'phonenumbers-local',
      startDate: new Date('2026-01-01'),
      endDate: new Date('2026-01-31'),
    });
    expect(january).toMatchObject({ count: '1', usage: '1', countUnit: 'numbers' });
    const [inbound] = await records.allTime.list({ category: 'calls-inbound' });
    expect(inbound).toMatchObject({ count: '0', usageUnit: 'minutes' });
  });
});
