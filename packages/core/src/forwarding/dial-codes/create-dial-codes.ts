import type { CarrierChoice, CheckLineResponse } from '@numberkit/contract';
import type { CarrierLine } from '../../carrier/index.ts';
import type { CarrierEntry } from './carrier-entry.ts';
import { checkCarrier } from './check-carrier.ts';
import { conditionsOf } from './conditions-of.ts';
import { matchCarrier } from './match-carrier.ts';

/** The carriers we know, and the standards that stand for the others. Read at first use. */
export interface DialCodes {
  /** Carriers of a country (ISO 3166 alpha-2) by name, its standard last. */
  choices(country: string): Promise<readonly CarrierChoice[]>;
  /**
   * The carrier of that id; an unknown one, or null, gives the standard of the country.
   * `known: false`: the entry is a standard, whatever was asked for.
   */
  find(carrierId: string | null, country: string): Promise<FoundCarrier>;
  /** The carrier that a line look-up names, where it is one of ours. Never a standard. */
  match(line: CarrierLine, country: string): Promise<CheckLineResponse['suggestion']>;
  /** Every entry, standards included. */
  all(): Promise<readonly CarrierEntry[]>;
}

/** What {@link DialCodes.find} found. */
export interface FoundCarrier {
  readonly carrier: CarrierEntry;
  readonly known: boolean;
}

const loadCarriers = () => import('./all-carriers.ts').then(({ allCarriers }) => allCarriers);

/**
 * @param own the host's entries; one with the id of ours replaces it, a `standard` replaces that of its country.
 * @throws RangeError for an entry that is not well formed, with what is wrong
 */
export function createDialCodes(own: readonly CarrierEntry[] = []): DialCodes {
  for (const entry of own) {
    const problems = checkCarrier(entry);
    if (problems.length > 0) throw new RangeError(`forwarding.carriers: ${entry.id}: ${problems.join('; ')}`);
  }
  let loaded: Promise<ReadonlyMap<string, CarrierEntry>> | undefined;
  const load = () => {
    loaded ??= loadCarriers().then((ours) => byId([...ours, ...own]));
    return loaded;
  };
  return {
    async choices(country) {
      const { carriers, standard } = split(await load(), country);
      const byName = carriers.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
      return [...byName, standard].map(choiceOf);
    },
    async find(carrierId, country) {
      const entries = await load();
      const carrier = carrierId === null ? undefined : entries.get(carrierId);
      if (carrier) return { carrier, known: !carrier.standard };
      return { carrier: split(entries, country).standard, known: false };
    },
    async match(line, country) {
      return matchCarrier(split(await load(), country).carriers, line);
    },
    async all() {
      return [...(await load()).values()];
    },
  };
}

function byId(entries: readonly CarrierEntry[]): ReadonlyMap<string, CarrierEntry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** The carriers of a country, and its standard; of a country without one, that for any country. */
function split(entries: ReadonlyMap<string, CarrierEntry>, country: string) {
  const all = [...entries.values()];
  const carriers = all.filter((entry) => entry.country === country && !entry.standard);
  const standards = all.filter((entry) => entry.standard);
  const standard =
    standards.findLast((entry) => entry.country === country) ??
    standards.findLast((entry) => entry.country === null);
  // One of our files is for any country, and a host cannot take entries away.
  if (!standard) throw new Error('there is no standard for any country');
  return { carriers, standard };
}

function choiceOf(entry: CarrierEntry): CarrierChoice {
  return {
    id: entry.id,
    name: entry.name,
    lines: entry.lines.map((line) => ({ kind: line.kind, conditions: conditionsOf(line) })),
  };
}
