import { type RawBuilder, sql } from 'kysely';
import type { EngineName } from '../schema.ts';

/** What a kind of column is called on an engine. */
export interface ColumnTypes {
  /** Prefixed ids and keys: compared byte by byte, so that they sort the same everywhere. */
  readonly id: RawBuilder<unknown>;
  readonly text: RawBuilder<unknown>;
  readonly time: RawBuilder<unknown>;
  readonly json: RawBuilder<unknown>;
  /** 64 bits: money in micros, sums. */
  readonly count: RawBuilder<unknown>;
}

export const columnTypes: Readonly<Record<EngineName, ColumnTypes>> = {
  sqlite: { id: sql`text`, text: sql`text`, time: sql`text`, json: sql`text`, count: sql`integer` },
  postgres: {
    id: sql`text collate "C"`,
    text: sql`text`,
    time: sql`timestamptz(3)`,
    json: sql`json`,
    count: sql`bigint`,
  },
};
