/** A map that keeps the newest entries and forgets the oldest. */
export interface BoundedMap<Value> {
  get(key: string): Value | undefined;
  /** Adds or replaces; either way the entry is now among the newest. */
  set(key: string, value: Value): void;
  delete(key: string): void;
}

/**
 * Holds `maxEntries` at most, and of those set last at least half as many. Two generations, each half as large: when
 * the young one is full it becomes the old one, and the old one is dropped whole. So forgetting costs nothing per entry,
 * where an exact order costs every call a deletion, a link, and the collector's work on both.
 */
export function createBoundedMap<Value>(maxEntries: number): BoundedMap<Value> {
  const perGeneration = Math.max(1, Math.floor(maxEntries / 2));
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return {
    get: (key) => young.get(key) ?? old.get(key),
    set(key, value) {
      if (maxEntries < 1) return;
      if (young.size >= perGeneration && !young.has(key)) {
        if (maxEntries > 1) old = young;
        young = new Map();
      }
      young.set(key, value);
    },
    delete(key) {
      young.delete(key);
      old.delete(key);
    },
  };
}
