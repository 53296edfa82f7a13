import { describe, expect, it } from 'vitest';
import type { NewLine } from '../../src/index.ts';
import { landline, mobile, setUpLines } from './bench.ts';

const fields = 'line_type_intelligence';

describe('Lookup', () => {
  it.each([
    [{ phoneNumber: mobile, carrier: 'Verizon', kind: 'mobile' }, 'Verizon Wireless', 'mobile'],
    [{ phoneNumber: mobile, carrier: 't-mobile' }, 'T-Mobile USA, Inc.', 'mobile'],
    [{ phoneNumber: landline, carrier: 'Cox', kind: 'landline' }, 'Cox Communications', 'fixedVoip'],
    [{ phoneNumber: landline, carrier: 'CenturyLink' }, 'CenturyLink', 'landline'],
    [{ phoneNumber: landline, carrier: 'RingCentral' }, 'RingCentral', 'nonFixedVoip'],
    [{ phoneNumber: '+442079460142', carrier: 'Hilltop', kind: 'landline' }, 'Hilltop', 'landline'],
  ] as const satisfies readonly (readonly [NewLine, string, string])[])(
    'knows whose a line is: %o',
    async (line, carrierName, type) => {
      const { client, simulator } = await setUpLines();
      simulator.lines.add(line);
      const found = await client.lookups.v2.phoneNumbers(line.phoneNumber).fetch({ fields });
      expect(found.lineTypeIntelligence).toMatchObject({ carrierName, type });
    },
  );

  it('knows the account’s own numbers, and nothing of a stranger’s', async () => {
    const { client, number } = await setUpLines();
    const own = await client.lookups.v2.phoneNumbers(number).fetch({ fields });
    expect(own.lineTypeIntelligence).toMatchObject({
      carrierName: 'Twilio - SMS/MMS-SVR',
      type: 'nonFixedVoip',
    });
    const other = await client.lookups.v2.phoneNumbers('+12125550199').fetch({ fields });
    expect(other.lineTypeIntelligence).toMatchObject({ carrierName: null, type: null });
  });

  it('costs nothing without a field, and the price of the list with one', async () => {
    const { client, simulator } = await setUpLines();
    const charged = () => simulator.bill.entries().filter(({ category }) => category === 'lookups');
    const plain = await client.lookups.v2.phoneNumbers('(510) 234-0143').fetch();
    expect(plain).toMatchObject({
      phoneNumber: mobile,
      countryCode: 'US',
      valid: true,
      lineTypeIntelligence: null,
    });
    expect(charged()).toEqual([]);
    await client.lookups.v2.phoneNumbers(mobile).fetch({ fields });
    expect(charged()).toMatchObject([{ amountMicros: 8000, kind: 'lookup', phoneNumber: mobile }]);
    const [usage] = await client.usage.records.list({ category: 'lookups' });
    expect(usage).toMatchObject({ count: '1', usage: '1', usageUnit: 'lookups' });
  });

  it('says what is wrong with a number that is none, and with a field that is none', async () => {
    const { client, simulator } = await setUpLines();
    const short = await client.lookups.v2.phoneNumbers('+1510').fetch({ fields });
    expect(short).toMatchObject({ valid: false, validationErrors: ['TOO_SHORT'] });
    const possible = await client.lookups.v2.phoneNumbers('+11102340143').fetch();
    expect(possible).toMatchObject({ valid: false, validationErrors: ['INVALID_BUT_POSSIBLE'] });
    await expect(client.lookups.v2.phoneNumbers(mobile).fetch({ fields: 'horoscope' })).rejects.toMatchObject(
      {
        status: 400,
      },
    );
    expect(simulator.bill.entries().filter(({ kind }) => kind === 'lookup')).toEqual([]);
  });
});
