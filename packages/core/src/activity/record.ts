import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import { redactPhoneNumbers } from '../privacy/index.ts';
import type { Actor, TrailEntry, TrailEvent, TrailStore } from './trail-store.ts';

/** What a use case says about an event; the rest is filled in. */
export interface TrailLine {
  readonly event: TrailEvent;
  readonly actor: Actor;
  readonly reason: string;
  readonly tenantId?: string | null;
  readonly numberId?: string;
  readonly operationId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Appends a line to the trail, in the transaction that `trail` belongs to. */
export type RecordTrail = (trail: TrailStore, line: TrailLine) => Promise<void>;

/** @returns a recorder that stamps each line with an id and the time. */
export function createRecorder(clock: Clock, ids: Ids): RecordTrail {
  return (trail, line) => {
    const entry: TrailEntry = {
      id: ids('trl'),
      at: clock.now(),
      event: line.event,
      actor: line.actor,
      tenantId: line.tenantId ?? null,
      numberId: line.numberId ?? null,
      operationId: line.operationId ?? null,
      // A carrier's own words may name the number: `+1510… is not available`.
      reason: redactPhoneNumbers(line.reason),
      data: line.data ?? {},
    };
    return trail.append(entry);
  };
}
