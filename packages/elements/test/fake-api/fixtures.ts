import type { AreaCodeSuggestion, OfferedNumber, SetupState, TenantNumber } from '@numberkit/contract';

const price = { amountMicros: 1_150_000, currency: 'USD' } as const;

/** A number on offer in Oakland unless told otherwise. */
export function offered(line: string, change: Partial<OfferedNumber> = {}): OfferedNumber {
  const areaCode = change.areaCode ?? '510';
  return {
    phoneNumber: `+1${areaCode}${line.replace('-', '')}`,
    display: `(${areaCode}) ${line}`,
    type: 'local',
    areaCode,
    locality: 'Oakland',
    region: 'CA',
    local: true,
    distanceMiles: 0,
    monthlyPrice: price,
    capabilities: { voice: true, sms: true, mms: true },
    ready: false,
    match: null,
    memorability: 10,
    ...change,
  };
}

const berkeley = { locality: 'Berkeley', distanceMiles: 4 };
const sanFrancisco = { areaCode: '415', locality: 'San Francisco', local: false, distanceMiles: 8 };

/** Ten numbers around Oakland, best first. */
export const oakland: readonly OfferedNumber[] = [
  offered('555-0142'),
  offered('555-0177'),
  offered('555-2665', { memorability: 84 }),
  offered('555-0116', berkeley),
  offered('555-0119', sanFrancisco),
  offered('555-0121'),
  offered('555-0124'),
  offered('555-0163', berkeley),
  offered('555-0198', sanFrancisco),
  offered('555-0101', { memorability: 72 }),
];

/** What a search for COOL finds. */
export const cool: readonly OfferedNumber[] = [
  offered('555-2665', {
    memorability: 84,
    match: { start: 10, length: 4, spelled: '(510) 555-COOL' },
  }),
  offered('266-5012', { match: { start: 6, length: 5, spelled: '(510) COO-L012' } }),
  offered('726-6548', {
    ...berkeley,
    match: { start: 7, length: 5, spelled: '(510) 7CO-OL48' },
  }),
];

/** The area codes around Oakland. */
export const aroundOakland: readonly AreaCodeSuggestion[] = [
  { areaCode: '510', locality: 'Oakland', region: 'CA', local: true, distanceMiles: 0 },
  { areaCode: '341', locality: 'Oakland', region: 'CA', local: true, distanceMiles: 0 },
  { areaCode: '415', locality: 'San Francisco', region: 'CA', local: false, distanceMiles: 8 },
  { areaCode: '925', locality: 'Concord', region: 'CA', local: false, distanceMiles: 17 },
];

/** A number that the tenant has. */
export function owned(change: Partial<TenantNumber> = {}): TenantNumber {
  const phoneNumber = change.phoneNumber ?? '+15105550142';
  const status = change.status ?? 'active';
  return {
    id: `num_${phoneNumber.slice(2)}`,
    phoneNumber,
    display: displayOf(phoneNumber),
    status,
    type: 'local',
    areaCode: phoneNumber.slice(2, 5),
    locality: 'Oakland',
    region: 'CA',
    monthlyPrice: price,
    createdAt: '2026-11-22T20:00:00.000Z',
    activatedAt: status === 'active' ? '2026-11-22T20:00:01.000Z' : null,
    substituted: false,
    ...change,
  };
}

/** A tenant in Oakland without a number, who may only buy. */
export function newTenant(change: Partial<SetupState> = {}): SetupState {
  return {
    paths: ['buy'],
    tenant: {
      id: 'acme',
      name: 'Acme Plumbing',
      location: 'Oakland, CA',
      greeting: 'Thanks for calling Acme Plumbing. How can I help?',
    },
    numbers: [],
    forwardings: [],
    ...change,
  };
}

function displayOf(phoneNumber: string): string {
  return `(${phoneNumber.slice(2, 5)}) ${phoneNumber.slice(5, 8)}-${phoneNumber.slice(8)}`;
}
