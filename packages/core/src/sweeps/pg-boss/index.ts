export { type PgBossInstance, type PgBossOptions, runSweepsOnPgBoss } from './run-sweeps-on-pg-boss.ts';
