import { describe, test } from 'vitest';
import { storageConformance } from '../../src/testing/index.ts';
import { betterSqlite, nodeSqlite, postgresServer } from './engines.ts';

for (const subject of [nodeSqlite, betterSqlite, postgresServer]) {
  describe(subject.name, () => {
    for (const { title, run } of storageConformance(subject)) test(title, run, 30_000);
  });
}
