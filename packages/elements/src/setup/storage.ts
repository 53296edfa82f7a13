import { parseSnapshot, type Snapshot } from './snapshot.ts';

/** The part of `sessionStorage` that is used. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Keeps one snapshot per tenant. A page that forbids storage loses resuming, nothing else. */
export interface SnapshotStore {
  read(tenantId: string): Snapshot | null;
  write(tenantId: string, snapshot: Snapshot): void;
}

/** @param open gives the store; may throw, as `sessionStorage` does in a sandboxed frame */
export function createSnapshotStore(open: () => KeyValueStore): SnapshotStore {
  const keyOf = (tenantId: string) => `numberkit:setup:${tenantId}`;
  return {
    read(tenantId) {
      try {
        return parseSnapshot(open().getItem(keyOf(tenantId)));
      } catch {
        return null;
      }
    },
    write(tenantId, snapshot) {
      try {
        open().setItem(keyOf(tenantId), JSON.stringify(snapshot));
      } catch {
        // Full or forbidden: the flow goes on without resuming.
      }
    },
  };
}
