import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { developmentKeys, environmentKeys } from './development-keys.ts';
import type { KeyRing } from './key-ring.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'numberkit-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytesOf = (ring: KeyRing) => ring.index.export().toString('base64');
const secret = Buffer.alloc(32, 1).toString('base64');

describe('developmentKeys', () => {
  test('makes a key on first use and finds the same one again', () => {
    const file = join(folder, 'new', 'numberkit.key');
    const first = developmentKeys({ file, environment: {} });
    expect(bytesOf(developmentKeys({ file, environment: {} }))).toBe(bytesOf(first));
    expect(first.index.export()).toHaveLength(32);
  });

  test('keeps the file from other users and from version control, and leaves no draft behind', () => {
    const file = join(folder, 'new', 'numberkit.key');
    developmentKeys({ file, environment: {} });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'new')).sort()).toEqual(['.gitignore', 'numberkit.key']);
    expect(readFileSync(join(folder, 'new', '.gitignore'), 'utf8')).toBe('*\n');
  });

  test('writes no .gitignore into a folder that was there before', () => {
    developmentKeys({ file: join(folder, 'numberkit.key'), environment: {} });
    expect(readdirSync(folder)).toEqual(['numberkit.key']);
  });

  test('refuses to work in production, and makes no file', () => {
    const file = join(folder, 'numberkit.key');
    expect(() => developmentKeys({ file, environment: { NODE_ENV: 'production' } })).toThrow(
      expect.objectContaining({ code: 'development-keys' }),
    );
    expect(existsSync(file)).toBe(false);
  });

  test('names the file when its content was damaged', () => {
    const file = join(folder, 'numberkit.key');
    writeFileSync(file, 'dev:abc\n');
    expect(() => developmentKeys({ file, environment: {} })).toThrow(
      /numberkit\.key\[1\] key "dev" has 2 bytes/,
    );
  });

  test('processes that start at the same moment agree on one key', async () => {
    const file = join(folder, 'numberkit.key');
    const module = new URL('./development-keys.ts', import.meta.url).href;
    const program = `import(${JSON.stringify(module)}).then(({ developmentKeys }) =>
      console.log(developmentKeys({ file: ${JSON.stringify(file)} }).index.export().toString('hex')))`;
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ['-e', program])),
    );
    expect(new Set(runs.map((run) => run.stdout)).size).toBe(1);
    expect(runs[0]?.stdout).toMatch(/^[0-9a-f]{64}\n$/);
  });
});

describe('environmentKeys', () => {
  const file = () => join(folder, 'numberkit.key');

  test('reads NUMBERKIT_KEYS, in production too, and makes no file', () => {
    const environment = { NODE_ENV: 'production', NUMBERKIT_KEYS: `k1:${secret}` };
    expect(bytesOf(environmentKeys({ file: file(), environment }))).toBe(secret);
    expect(existsSync(file())).toBe(false);
  });

  test('refuses production without NUMBERKIT_KEYS', () => {
    for (const NUMBERKIT_KEYS of [undefined, '', ' ']) {
      const environment = { NODE_ENV: 'production', NUMBERKIT_KEYS };
      expect(() => environmentKeys({ file: file(), environment })).toThrow(
        expect.objectContaining({ code: 'keys-missing' }),
      );
    }
  });

  test('falls back to the development key elsewhere', () => {
    const ring = environmentKeys({ file: file(), environment: { NODE_ENV: 'test' } });
    expect(bytesOf(ring)).toBe(bytesOf(developmentKeys({ file: file(), environment: {} })));
  });
});
