import { expect, it } from 'vitest';
import { checkBrowserClosed } from './check-imports.ts';
import type { PackedPackage } from './pack.ts';

function packedWith(name: string, target: object): PackedPackage {
  const manifest = { name, version: '0.0.0', exports: { '.': target } };
  return { source: { folder: '', path: 'packages/x', manifest }, tarball: '', folder: '', manifest };
}

const findings = (target: object, name = 'numberkit'): string[] =>
  checkBrowserClosed(packedWith(name, target)).map(({ problem }) => problem);

it('asks every server door to turn browser bundlers away before anything else they know', () => {
  const types = './dist/index.d.ts';
  const file = './dist/index.js';
  expect(findings({ types, browser: null, default: file })).toEqual([]);
  expect(findings({ types, default: file })).toEqual(['numberkit is a server door and open to browsers']);
  expect(findings({ types, import: file, browser: null, default: file })).toHaveLength(1);
  expect(findings({ types, browser: './dist/browser.js', default: file })).toHaveLength(1);
  expect(findings({ types, default: file }, '@numberkit/elements')).toEqual([]);
});
