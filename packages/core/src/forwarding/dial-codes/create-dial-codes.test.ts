import { describe, expect, it } from 'vitest';
import { type CarrierEntry, createDialCodes } from './index.ts';

const acme: CarrierEntry = {
  id: 'us-acme',
  name: 'Acme Telephone',
  country: 'US',
  aliases: ['ACME Tel. & Tel.'],
  lines: [
    {
      kind: 'landline',
      network: 'copper',
      confidence: 'official',
      sources: ['https://acme.example/help'],
      checkedOn: '2026-11-22',
      ways: { all: [{ kind: 'dial', on: '*72{number}', off: '*73' }] },
    },
  ],
};

describe('choices', () => {
  it.each(['US', 'CA', 'GB', 'AU'])(
    'lists the carriers of %s by name, the standard last',
    async (country) => {
      const choices = await createDialCodes().choices(country);
      const names = choices.slice(0, -1).map(({ name }) => name);
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
      expect(choices.at(-1)?.id).toBe(`${country.toLowerCase()}-standard`);
      expect(choices.slice(0, -1).filter(({ id }) => id.endsWith('standard'))).toEqual([]);
    },
  );

  it('offers the standard alone in a country nobody has described', async () => {
    const choices = await createDialCodes().choices('PT');
    expect(choices.map(({ id }) => id)).toEqual(['standard']);
  });

  it('says what each kind of line can forward on, the recommended condition first', async () => {
    const choices = await createDialCodes().choices('US');
    expect(choices.find(({ id }) => id === 'us-t-mobile')?.lines).toEqual([
      { kind: 'mobile', conditions: ['unanswered', 'all', 'no-answer', 'busy', 'unreachable'] },
    ]);
    // Cox has codes for busy and for no answer, and none for both.
    expect(choices.find(({ id }) => id === 'us-cox')?.lines).toEqual([
      { kind: 'landline', conditions: ['unanswered', 'all', 'no-answer', 'busy'] },
    ]);
  });
});

describe('find', () => {
  it('finds a carrier by its id', async () => {
    const found = await createDialCodes().find('us-verizon', 'US');
    expect([found.carrier.id, found.known]).toEqual(['us-verizon', true]);
  });

  it.each([
    [null, 'US', 'us-standard'],
    ['us-nobody', 'US', 'us-standard'],
    ['us-standard', 'US', 'us-standard'],
    [null, 'GB', 'gb-standard'],
    ['nobody', 'PT', 'standard'],
  ])(
    'gives the standard of the country for %j in %s, and says that the carrier is not known',
    async (id, country, standard) => {
      const found = await createDialCodes().find(id, country);
      expect([found.carrier.id, found.known]).toEqual([standard, false]);
    },
  );
});

describe('match', () => {
  it.each([
    ['Verizon Wireless:6006 - SVR/2', 'mobile', 'US', 'us-verizon', 'mobile'],
    ['CELLCO PARTNERSHIP DBA VERIZON WIRELESS', 'mobile', 'US', 'us-verizon', 'mobile'],
    ['Verizon New York Inc.', 'landline', 'US', 'us-verizon', 'landline'],
    ['AT&T Wireless', 'mobile', 'US', 'us-att', 'mobile'],
    ['T-Mobile USA, Inc.', 'mobile', 'US', 'us-t-mobile', 'mobile'],
    ['Metro by T-Mobile', 'mobile', 'US', 'us-metro', 'mobile'],
    ['Comcast IP Phone, LLC', 'voip', 'US', 'us-xfinity', 'landline'],
    ['Google (Grand Central) - Bandwidth.com - SVR', 'voip', 'US', 'us-google-voice', 'app'],
    ['Rogers Communications Canada Inc.', 'mobile', 'CA', 'ca-rogers', 'mobile'],
    ['Vidéotron Ltée', 'mobile', 'CA', 'ca-videotron', 'mobile'],
    ['EE Limited', 'mobile', 'GB', 'gb-ee', 'mobile'],
    ['O2 (UK) Limited', 'mobile', 'GB', 'gb-o2', 'mobile'],
    ['Vodafone', 'mobile', 'AU', 'au-vodafone', 'mobile'],
  ] as const)('knows %s (%s) of %s', async (carrierName, kind, country, carrierId, lineKind) => {
    expect(await createDialCodes().match({ carrierName, kind }, country)).toEqual({ carrierId, lineKind });
  });

  it.each([
    ['Nobody Ltd', 'US'],
    ['Coxcombe Telephone', 'US'],
    ['Verizon Wireless', 'GB'],
    ['Another carrier', 'US'],
    ['', 'US'],
    [null, 'US'],
  ])('does not know %j in %s', async (carrierName, country) => {
    expect(await createDialCodes().match({ carrierName, kind: 'mobile' }, country)).toBeNull();
  });
});

describe("the host's own entries", () => {
  it('are added', async () => {
    const codes = createDialCodes([acme]);
    expect((await codes.choices('US')).map(({ id }) => id)).toContain('us-acme');
    expect(await codes.match({ carrierName: 'Acme Tel & Tel Co', kind: 'landline' }, 'US')).toEqual({
      carrierId: 'us-acme',
      lineKind: 'landline',
    });
  });

  it('take the place of ours with the same id', async () => {
    const codes = createDialCodes([{ ...acme, id: 'us-verizon' }]);
    expect((await codes.find('us-verizon', 'US')).carrier.name).toBe('Acme Telephone');
    expect((await codes.all()).filter(({ id }) => id === 'us-verizon').length).toBe(1);
  });

  it('may be the standard of a country', async () => {
    const codes = createDialCodes([{ ...acme, id: 'pt-standard', country: 'PT', standard: true }]);
    expect((await codes.find(null, 'PT')).carrier.name).toBe('Acme Telephone');
    expect((await codes.find(null, 'ES')).carrier.id).toBe('standard');
  });

  it('are refused at once when they are not well formed', () => {
    expect(() => createDialCodes([{ ...acme, lines: [] }])).toThrow('us-acme: lines must be a list');
  });
});
