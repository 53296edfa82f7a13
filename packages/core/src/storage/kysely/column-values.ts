import type { Money } from '@numberkit/contract';
import type { StoredCount, StoredJson, StoredTime } from './schema.ts';

/**
 * Times are UTC with milliseconds, written as `2026-11-22T10:00:00.000Z`. SQLite keeps that text, which sorts by
 * time because every part has a fixed width; PostgreSQL keeps it as `timestamptz(3)`.
 */
export function writeTime(time: Date): string {
  return time.toISOString();
}

export function readTime(stored: StoredTime): Date {
  return stored instanceof Date ? stored : new Date(stored);
}

export function writeOptionalTime(time: Date | null): string | null {
  return time === null ? null : writeTime(time);
}

export function readOptionalTime(stored: StoredTime | null): Date | null {
  return stored === null ? null : readTime(stored);
}

/** Money is whole micros, so a JavaScript number holds every amount that occurs (2^53 micros are nine billion). */
export function readMoney(micros: StoredCount | null, currency: string | null): Money | null {
  return micros === null || currency === null ? null : { amountMicros: Number(micros), currency };
}

/** The driver of PostgreSQL parses JSON itself unless the host told it not to; SQLite gives text. */
export function readJson(stored: StoredJson): unknown {
  return typeof stored === 'string' ? JSON.parse(stored) : stored;
}
