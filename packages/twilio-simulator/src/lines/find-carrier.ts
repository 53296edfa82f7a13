import type { CarrierQuirks, Line, LineKind } from '../world/index.ts';
import type { Carrier, LineCountry, LookUpType } from './carrier.ts';
import { CARRIERS, standardService } from './carriers/index.ts';
import type { Switch } from './switch.ts';

/** All there is to know about how a line is served. */
export interface LineProfile {
  readonly country: LineCountry;
  readonly codes: Switch;
  readonly quirks: CarrierQuirks;
  readonly lookUp: { readonly carrierName: string; readonly type: LookUpType };
}

const ordinary: CarrierQuirks = {
  caller: 'kept',
  forwardedFrom: 'line',
  mustAnswer: [],
  answerSeconds: 0,
  repeatSeconds: 0,
  refusedCodes: [],
  destinations: ['national', 'trunk', 'plus', 'international'],
  ringSeconds: 20,
  voicemailFirst: [],
  voicemailBlocks: [],
};

const noCodes: Switch = { read: () => undefined, confirms: 'message' };

const lookUpTypes: Readonly<Record<LineKind, LookUpType>> = {
  mobile: 'mobile',
  landline: 'landline',
  app: 'nonFixedVoip',
};

/** The countries a number may belong to by its first digits: the US and Canada are one numbering plan. */
export function countriesOf(phoneNumber: string): readonly LineCountry[] {
  if (phoneNumber.startsWith('+44')) return ['GB'];
  if (phoneNumber.startsWith('+61')) return ['AU'];
  return phoneNumber.startsWith('+1') ? ['US', 'CA'] : ['ZZ'];
}

/** The carrier of that name where the number is; undefined when the simulator does not know it. */
export function findCarrier(name: string, phoneNumber: string): Carrier | undefined {
  const wanted = name.trim().toLowerCase();
  const here = CARRIERS.filter(({ country }) => countriesOf(phoneNumber).includes(country));
  const answers = (known: string) => known.toLowerCase() === wanted;
  return (
    here.find((carrier) => answers(carrier.name)) ??
    here.find(({ lookUpName, also }) => [lookUpName ?? '', ...(also ?? [])].some(answers))
  );
}

/** What a landline can dial: it has no plus. Of other countries only the plus is known. */
const landlineDestinations = ordinary.destinations.filter((format) => format !== 'plus');

/** How a line is served: its carrier's ways, with its own quirks on top. */
export function profileOf(line: Pick<Line, 'phoneNumber' | 'carrier' | 'kind' | 'quirks'>): LineProfile {
  const carrier = findCarrier(line.carrier, line.phoneNumber);
  const country = carrier?.country ?? countriesOf(line.phoneNumber)[0] ?? 'ZZ';
  const service = carrier?.services[line.kind] ?? standardService(line.kind, country);
  return {
    country,
    codes: service.codes ?? noCodes,
    quirks: {
      ...ordinary,
      ...(line.kind === 'landline' && country !== 'ZZ' ? { destinations: landlineDestinations } : {}),
      ...service.quirks,
      ...line.quirks,
    },
    lookUp: {
      carrierName: carrier?.lookUpName ?? carrier?.name ?? line.carrier,
      type: service.lookUpType ?? lookUpTypes[line.kind],
    },
  };
}
