import type { CarrierControl } from '../carrier/control.ts';

/** Numbers for sale before the run began, by area code: what the plan chooses from, whatever is bought meanwhile. */
export interface Shelf {
  /** The numbers that round `round` may want; no other round of the same lap wants them. */
  ofRound(round: number): readonly string[];
  /** Area codes that the pool is filled in by this round. */
  poolAreas(round: number): readonly string[];
  /** Numbers that the pool is likely to buy there. */
  likelyPooled(round: number): readonly string[];
  /** Numbers of another program. */
  readonly foreign: readonly string[];
}

const AREA_CODES = ['202', '205', '212', '213', '214', '215', '216', '217', '218', '219'].concat(
  ['224', '225', '228', '229', '231', '234', '239', '240', '248', '251', '252', '254', '256'],
  ['260', '262', '267', '269', '270', '272', '276', '281', '301', '302', '303', '304', '305', '307'],
  ['308', '309', '310', '312', '313', '314', '315', '316', '317', '318', '319', '320', '321', '323'],
  ['325', '330', '331', '334', '336', '337', '339', '347', '351', '352', '361', '385', '386'],
  ['401', '402', '404', '405', '406', '407', '408', '409', '410', '412', '413', '414', '415', '417'],
);
/** Area codes that one round buys in. */
const PER_ROUND = 2;
/** Neighbours of one another, and of nothing above, so that a claim finds its way. */
const POOL_AREA_CODES = ['503', '541', '971', '458', '509', '360', '425', '253', '206', '208'];
const FOREIGN_AREA_CODE = '510';

export async function readShelf(control: CarrierControl): Promise<Shelf> {
  const areas: (readonly string[])[] = [];
  for (const areaCode of AREA_CODES) areas.push(await control.forSale(areaCode));
  const pooled = new Map<string, readonly string[]>();
  for (const areaCode of POOL_AREA_CODES) pooled.set(areaCode, await control.forSale(areaCode));
  const poolAreas = (round: number) =>
    [0, 1].map((place) => POOL_AREA_CODES[(round + place) % POOL_AREA_CODES.length] ?? '');
  const foreign = (await control.forSale(FOREIGN_AREA_CODE)).slice(0, 4);
  return {
    ofRound: (round) =>
      Array.from(
        { length: PER_ROUND },
        (_, place) => areas[(round * PER_ROUND + place) % areas.length] ?? [],
      ).flat(),
    poolAreas,
    likelyPooled: (round) => poolAreas(round).flatMap((areaCode) => (pooled.get(areaCode) ?? []).slice(0, 4)),
    foreign,
  };
}
