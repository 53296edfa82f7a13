import type { SetupPath } from '@numberkit/contract';
import { wasRefused } from './bought-nothing.ts';
import type { Intent, SetupModel } from './model.ts';

/** What survives a reload, in the tab only: the customer's answers and the order under way. */
export interface Snapshot {
  readonly version: 1;
  readonly step: 'path' | 'forward' | 'number' | 'order' | 'live';
  readonly path: SetupPath;
  readonly query: string;
  readonly areaCode: string | null;
  readonly contains: string;
  readonly selected: string | null;
  readonly another: boolean;
  readonly knownIds: readonly string[];
  readonly intent: Intent | null;
}

/** The snapshot of a model; null while there is nothing worth keeping. */
export function takeSnapshot(model: SetupModel): Snapshot | null {
  if (model.step === 'opening') return null;
  const { query, areaCode, contains, selected } = model.search;
  return {
    version: 1,
    step: model.step === 'handoff' ? 'path' : model.step,
    path: model.path,
    query,
    areaCode,
    contains,
    selected,
    another: model.another,
    knownIds: model.knownIds,
    intent: intentToKeep(model),
  };
}

/**
 * The order that a reload goes on with. One begun elsewhere has no key here, and must never be sent from here; one
 * that was clearly refused is over, and only a click may begin another.
 */
function intentToKeep({ step, order }: SetupModel): Intent | null {
  return step === 'order' && order?.intent.key && !wasRefused(order) ? order.intent : null;
}

/** Reads what was stored; anything not written by this version counts as nothing. */
export function parseSnapshot(text: string | null): Snapshot | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isSnapshot(value) ? value : null;
  } catch {
    return null;
  }
}

/** What the flow takes apart must be whole; the rest was written by `takeSnapshot` along with it. */
function isSnapshot(value: unknown): value is Snapshot {
  // Only looked at, field by field.
  const { version, query, contains, knownIds, intent } = (value ?? {}) as Partial<Snapshot>;
  if (version !== 1 || typeof query !== 'string' || typeof contains !== 'string') return false;
  if (!Array.isArray(knownIds) || intent === undefined) return false;
  return !intent || (typeof intent.key === 'string' && Array.isArray(intent.alternatives));
}
