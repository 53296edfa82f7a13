import type { TenantNumber, TenantNumberStatus } from '@numberkit/contract';
import type { NumberState } from './number-life.ts';
import type { NumberRecord } from './number-store.ts';
import { displayPhoneNumber } from './phone-number.ts';

const statuses: Readonly<Record<NumberState, TenantNumberStatus>> = {
  buying: 'pending',
  porting: 'pending',
  assigned: 'active',
  pooled: 'released',
  resting: 'released',
  releasing: 'released',
  released: 'released',
  refused: 'failed',
};

/** The number as its tenant sees it. @param substituted it is one of the alternatives, not the number asked for. */
export async function tenantNumber(number: NumberRecord, substituted: boolean): Promise<TenantNumber> {
  return {
    id: number.id,
    phoneNumber: number.phoneNumber,
    display: await displayPhoneNumber(number.phoneNumber),
    status: statuses[number.state],
    type: number.type,
    areaCode: number.areaCode,
    locality: number.locality,
    region: number.region,
    monthlyPrice: number.monthlyPrice,
    createdAt: number.createdAt.toISOString(),
    activatedAt: number.activatedAt?.toISOString() ?? null,
    substituted,
  };
}
