import { describe, expect, it } from 'vitest';
import { firstForSale, orderFor, setUp, ways } from './bench.ts';

describe.each(ways)('the Twilio adapter through %s', (way) => {
  it('finds local numbers with their place, within what was asked', async () => {
    const { carrier } = setUp(way);
    const numbers = await carrier.searchNumbers({ country: 'US', type: 'local', areaCode: '415', limit: 7 });
    expect(numbers).toHaveLength(7);
    for (const number of numbers) {
      expect(number.phoneNumber).toMatch(/^\+1415\d{7}$/);
      expect(number).toMatchObject({ country: 'US', type: 'local', region: 'CA' });
      expect(number.latitude).toBeGreaterThan(37);
      expect(number.longitude).toBeLessThan(-121);
    }
  });

  it('finds toll-free numbers, which are nowhere', async () => {
    const { carrier } = setUp(way);
    const [number] = await carrier.searchNumbers({ country: 'US', type: 'toll-free', limit: 1 });
    expect(number).toMatchObject({ type: 'toll-free', locality: null, latitude: null });
  });

  it('hands every filter on', async () => {
    const { carrier, sent } = setUp(way);
    await carrier.searchNumbers({
      country: 'CA',
      type: 'local',
      near: { latitude: 43.65, longitude: -79.38 },
      distanceMiles: 40,
      contains: '55$',
      excludeAddressRequired: true,
      voiceOnly: true,
      limit: 5,
    });
    await carrier.searchNumbers({
      country: 'US',
      type: 'local',
      near: { phoneNumber: '+15105550142' },
      limit: 5,
    });
    await carrier.searchNumbers({ country: 'US', type: 'local', postalCode: '94607', limit: 5 });
    await carrier.searchNumbers({ country: 'US', type: 'local', locality: 'Reno', region: 'NV', limit: 5 });
    expect(Object.fromEntries(sent[0]?.url.searchParams ?? [])).toEqual({
      PageSize: '5',
      NearLatLong: '43.65,-79.38',
      Distance: '40',
      Contains: '55$',
      ExcludeAllAddressRequired: 'true',
      VoiceEnabled: 'true',
    });
    expect(sent[1]?.url.searchParams.get('NearNumber')).toBe('+15105550142');
    expect(sent[2]?.url.searchParams.get('InPostalCode')).toBe('94607');
    expect(sent[3]?.url.searchParams.get('InLocality')).toBe('Reno');
    expect(sent[3]?.url.searchParams.get('InRegion')).toBe('NV');
  });

  it('buys exactly the number, tags it and makes the voice URL live', async () => {
    const { carrier, simulator } = setUp(way);
    const phoneNumber = await firstForSale(carrier);
    const order = orderFor(phoneNumber);
    const answer = await carrier.buyNumber(order);
    expect(answer).toMatchObject({
      outcome: 'bought',
      number: {
        phoneNumber,
        tag: order.tag,
        voiceUrl: order.voiceUrl,
        voiceFallbackUrl: order.voiceFallbackUrl,
        statusCallback: order.statusCallback,
        trunkSid: null,
        applicationSid: null,
      },
    });
    expect(simulator.numbers.owned()).toHaveLength(1);
    expect(simulator.bill.entries()).toHaveLength(1);
    expect(await carrier.findNumber(phoneNumber)).toMatchObject({ phoneNumber, tag: order.tag });
  });

  it('finds only a number of ours, and only the equal one', async () => {
    const { carrier } = setUp(way);
    const phoneNumber = await firstForSale(carrier);
    expect(await carrier.findNumber(phoneNumber)).toBeUndefined();
    await carrier.buyNumber(orderFor(phoneNumber));
    expect(await carrier.findNumber(phoneNumber.slice(0, -1))).toBeUndefined();
  });

  it('points an owned number elsewhere, clearing what is not given', async () => {
    const { carrier } = setUp(way);
    const phoneNumber = await firstForSale(carrier);
    const bought = await carrier.buyNumber(orderFor(phoneNumber));
    const sid = bought.outcome === 'bought' ? bought.number.sid : '';
    const number = await carrier.configureNumber(sid, { voiceUrl: 'https://new.example.com/voice' });
    expect(number).toMatchObject({
      sid,
      voiceUrl: 'https://new.example.com/voice',
      voiceFallbackUrl: null,
      statusCallback: null,
      tag: orderFor(phoneNumber).tag,
    });
  });

  it('says that a number sold meanwhile is unavailable, without its digits', async () => {
    const { carrier, simulator } = setUp(way);
    const phoneNumber = await firstForSale(carrier);
    simulator.numbers.sellElsewhere(phoneNumber);
    const answer = await carrier.buyNumber(orderFor(phoneNumber));
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'unavailable', carrierCode: '21422' });
    expect(JSON.stringify(answer)).not.toContain(phoneNumber.slice(2));
  });

  it('says that a number needs an address', async () => {
    const { carrier } = setUp(way);
    const numbers = await carrier.searchNumbers({ country: 'US', type: 'local', region: 'CA', limit: 30 });
    const restricted = numbers.find(({ addressRequirement }) => addressRequirement !== 'none');
    expect(restricted, 'the simulator offers a restricted number among 30').toBeDefined();
    const answer = await carrier.buyNumber(orderFor(restricted?.phoneNumber ?? ''));
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'restricted' });
  });

  it('says that a trial account may not have a second number', async () => {
    const { carrier } = setUp(way, { trial: true });
    const first = await firstForSale(carrier);
    await carrier.buyNumber(orderFor(first));
    const answer = await carrier.buyNumber(orderFor(await firstForSale(carrier)));
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'account', carrierCode: '21404' });
  });

  it('refuses an order for what is no number', async () => {
    const { carrier } = setUp(way);
    expect(await carrier.buyNumber(orderFor('+1555'))).toMatchObject({
      outcome: 'refused',
      reason: 'invalid',
    });
  });

  it('tells wrong credentials from everything else', async () => {
    const { carrier } = setUp(way, { authToken: '0'.repeat(32) });
    await expect(carrier.findNumber('+15105550142')).rejects.toMatchObject({ code: 'carrier-credentials' });
    expect(await carrier.buyNumber(orderFor('+15105550142'))).toMatchObject({
      outcome: 'refused',
      reason: 'account',
    });
  });

  it('knows monthly prices to the micro', async () => {
    const { carrier } = setUp(way);
    expect(await carrier.numberPrices('US')).toEqual({
      local: { amountMicros: 1_150_000, currency: 'USD' },
      'toll-free': { amountMicros: 2_150_000, currency: 'USD' },
    });
  });

  it('sends nothing that Twilio’s own OpenAPI documents do not know', async () => {
    const { carrier, sent } = setUp(way);
    const phoneNumber = await firstForSale(carrier);
    const bought = await carrier.buyNumber(orderFor(phoneNumber));
    await carrier.findNumber(phoneNumber);
    if (bought.outcome === 'bought') await carrier.configureNumber(bought.number.sid, orderFor(phoneNumber));
    await carrier.numberPrices('CA');
    await carrier.searchNumbers({ country: 'US', type: 'toll-free', contains: 'COOL', limit: 3 });
    expect(sent.length).toBe(6);
    for (const request of sent) expect(request.objections, request.url.pathname).toEqual([]);
  });
});
