import type { TenantNumber } from '@numberkit/contract';

export const aNumber: TenantNumber = {
  id: 'num_01k7zz0000aaaaaaaaaaaaaaaa',
  phoneNumber: '+15105550142',
  display: '(510) 555-0142',
  status: 'active',
  type: 'local',
  areaCode: '510',
  locality: 'Oakland',
  region: 'CA',
  monthlyPrice: { amountMicros: 1_150_000, currency: 'USD' },
  createdAt: '2026-11-22T10:00:00.000Z',
  activatedAt: '2026-11-22T10:00:02.000Z',
  substituted: false,
};
