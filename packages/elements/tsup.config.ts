import path from 'node:path';
import { defineConfig, type Options } from 'tsup';
import { leanLit } from './scripts/lean-lit.ts';
import { writeManifest } from './scripts/manifest.ts';
import { minifyTemplates } from './scripts/minify-templates.ts';
import { shareEverything } from './scripts/share-everything.ts';

const both: Options = {
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  splitting: true,
  dts: false,
  outExtension: () => ({ js: '.js' }),
};

export default defineConfig([
  {
    ...both,
    entry: ['src/index.ts', 'src/define.ts'],
    outDir: 'dist',
    clean: ['!bundle/**', '!**/*.d.ts'],
    sourcemap: true,
    async onSuccess() {
      await writeManifest(import.meta.dirname);
    },
  },
  {
    ...both,
    entry: { 'phone-setup': 'src/define.ts' },
    outDir: 'dist/bundle',
    clean: true,
    minify: 'terser',
    terserOptions: {
      module: true,
      ecma: 2020,
      compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true },
      // Lit's own names, which no other file of ours knows: all of Lit is in one of them.
      mangle: { properties: { regex: /^_\$/ } },
    },
    noExternal: [/.*/],
    // Licences of what is inlined, in a file beside the bundle.
    esbuildOptions(options) {
      options.legalComments = 'linked';
      // The names by which the files know each other; the rest is shortened afterwards.
      options.minifyIdentifiers = true;
    },
    esbuildPlugins: [
      leanLit(),
      shareEverything(path.resolve(import.meta.dirname, 'src/define.ts')),
      minifyTemplates(),
    ],
  },
]);
