import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sqlite } from '../../src/storage/kysely/sqlite/index.ts';
import { temporaryFile } from './engines.ts';
import { vault } from './records.ts';

const worker = fileURLToPath(new URL('./sqlite-worker.ts', import.meta.url));

test('three processes that start on one empty file and want the same 100 numbers get each number once', async () => {
  const { file, remove } = await temporaryFile();
  try {
    const runs = await Promise.all(
      ['a', 'b', 'c'].map((name) => promisify(execFile)(process.execPath, [worker, file, name])),
    );
    const reports = runs.map((run): { won: string[]; taken: number } => JSON.parse(run.stdout));
    const won = reports.flatMap((report) => report.won);
    expect(won).toHaveLength(100);
    expect(new Set(won).size).toBe(100);
    expect(reports.reduce((sum, report) => sum + report.taken, 0)).toBe(50);

    const storage = await sqlite({ file }).open(vault);
    expect(await storage.limits.used({ key: 'purchases:all', window: 'ever' })).toBe(50);
    const listed = await Promise.all(['a', 'b', 'c'].map((name) => storage.numbers.listByTenant(name)));
    expect(listed.map((numbers) => numbers.length)).toEqual(reports.map((report) => report.won.length));
    await storage.close();
  } finally {
    await remove();
  }
}, 60_000);
