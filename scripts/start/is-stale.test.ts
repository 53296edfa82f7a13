import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from './is-stale.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stale-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, second: number): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, second, second);
}

const check = (): boolean => isStale([join(folder, 'src'), join(folder, 'lock')], join(folder, 'dist'));

describe('isStale', () => {
  it('wants a build when there is none', () => {
    write('src/a.ts', 100);
    expect(check()).toBe(true);
  });

  it('is content when everything built is newer than every source, missing sources aside', () => {
    write('src/deep/a.ts', 100);
    write('dist/a.js', 200);
    write('dist/chunks/b.js', 201);
    expect(check()).toBe(false);
  });

  it('notices one newer source', () => {
    write('src/a.ts', 100);
    write('dist/a.js', 200);
    write('lock', 300);
    expect(check()).toBe(true);
  });
});
