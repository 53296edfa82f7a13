import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  // In this repository the packages are TypeScript sources outside this folder; an app that installs them needs neither.
  transpilePackages: ['numberkit', '@numberkit/webhook', '@numberkit/elements', '@numberkit/contract'],
  turbopack: { root: join(import.meta.dirname, '../..') },
  // `npm test` type-checks every project of the workspace, this one too.
  typescript: { ignoreBuildErrors: true },
};

export default config;
