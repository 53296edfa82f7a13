import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCoverage } from './coverage.ts';

const path = join(import.meta.dirname, '..', 'COVERAGE.md');
writeFileSync(path, renderCoverage());
console.log(`Wrote ${path}`);
