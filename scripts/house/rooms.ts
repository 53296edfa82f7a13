/**
 * The one-way graph of `packages/core/src` as data. The order is decision 1 in docs/decisions: a room may enter the
 * rooms before it, the carrier port and the loose files, nothing else.
 */
export const ROOMS: readonly string[] = [
  'privacy',
  'activity',
  'guard',
  'ledger',
  'tenants',
  'numbers',
  'pool',
  'forwarding',
  'porting',
  'routing',
  'calls',
  'costs',
  'notices',
  'reconcile',
  'sweeps',
  'doctor',
];

/** The files every part may import, at the root of the core. */
export const LOOSE: readonly string[] = ['errors.ts', 'clock.ts', 'ids.ts', 'events.ts', 'tenant-id.ts'];

/** The files that put the parts together, at the root of the core. */
export const COMPOSITION: readonly string[] = ['numberkit.ts', 'options.ts', 'index.ts'];

/** Parts of the core that are no rooms: ports, adapters, edges. The more specific path comes first. */
const OTHER_PARTS: readonly string[] = [
  'carrier/twilio',
  'carrier',
  'storage/kysely',
  'storage',
  'http',
  'cli',
  'testing',
];

/** The part a file of the core belongs to, by its path below `packages/core/src`. */
export function partOf(path: string): string {
  if (LOOSE.includes(path)) return 'loose';
  if (!path.includes('/')) return 'composition';
  const other = OTHER_PARTS.find((part) => path.startsWith(`${part}/`));
  return other ?? path.slice(0, path.indexOf('/'));
}

/** The parts a part may enter, besides itself and the loose files; undefined for a part nobody has listed. */
export function mayEnter(part: string): readonly string[] | undefined {
  const ports = ['carrier', 'storage'];
  switch (part) {
    case 'loose':
    case 'carrier':
      return [];
    case 'carrier/twilio':
      return ['carrier'];
    case 'storage':
      return ROOMS;
    case 'storage/kysely':
      return [...ROOMS, ...ports];
    case 'http':
      return [...ROOMS, ...ports];
    case 'composition':
      return [...ROOMS, ...ports, 'http'];
    case 'cli':
    case 'testing':
      return [...ROOMS, ...ports, 'http', 'composition', 'carrier/twilio', 'storage/kysely'];
    default: {
      const place = ROOMS.indexOf(part);
      return place < 0 ? undefined : [...ROOMS.slice(0, place), 'carrier'];
    }
  }
}
