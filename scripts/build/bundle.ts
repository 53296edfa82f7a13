// Builds the JavaScript of the package in the current folder. A process of its own, because tsup works relative to the
// folder it is started in.
import { readFileSync } from 'node:fs';
import { build } from 'tsup';
import type { Manifest } from '../workspace/index.ts';
import { copyAssets } from './copy-assets.ts';
import { listEntries } from './entries.ts';
import { keepPlace } from './keep-place.ts';

// Our own manifest: its shape is checked by publint once it is packed.
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

await build({
  config: false,
  entry: Object.fromEntries(listEntries(manifest).map((entry) => [entry.name, entry.source])),
  outDir: 'dist',
  clean: true,
  format: 'esm',
  target: 'es2023',
  platform: 'node',
  splitting: true,
  // Whatever is not a relative import stays an import: a library never carries copies of others.
  skipNodeModulesBundle: true,
  external: [/^[^./]/],
  removeNodeProtocol: false,
  sourcemap: false,
  silent: true,
  esbuildPlugins: [keepPlace(manifest.name, process.cwd())],
  esbuildOptions(options) {
    options.chunkNames = 'chunks/[name]-[hash]';
    options.legalComments = 'none';
  },
});
await copyAssets(process.cwd());
