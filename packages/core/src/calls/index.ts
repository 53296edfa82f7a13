export type { CallDirection, CallFacts, CallOutcome, CallRecord } from './call-record.ts';
export type { CallReport } from './call-report.ts';
export type { CallStore, CallsQuery, MonthUsage, Proof, UsageQuery } from './call-store.ts';
export { type Calls, createCalls } from './create-calls.ts';
export { createFillCalls, type FillReport } from './fill-calls.ts';
