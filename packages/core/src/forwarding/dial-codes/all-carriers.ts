import type { CarrierEntry } from './carrier-entry.ts';
import standard from './carriers/standard.json' with { type: 'json' };
import usStandard from './carriers/us-standard.json' with { type: 'json' };
import usVerizon from './carriers/us-verizon.json' with { type: 'json' };

/** Every carrier file. */
// A JSON import has no literal types; dial-codes.test.ts proves each file against the schema.
export const allCarriers = [usVerizon, usStandard, standard] as readonly unknown[] as readonly CarrierEntry[];
