import { type Expression, type SqlBool, sql } from 'kysely';

/** Literals, not parameters: the planner must see that the partial indexes on these rows fit. */
export const isPooled: Expression<SqlBool> = sql<SqlBool>`state = 'pooled'`;
/** Intended for the pool, outcome open. */
export const isForPool: Expression<SqlBool> = sql<SqlBool>`state = 'buying' and tenant_id is null`;
