import { writeFileSync } from 'node:fs';
import { errorCatalogue } from '../src/http/index.ts';
import { renderErrorsPage } from './render-errors-page.ts';

writeFileSync(new URL('../../../docs/errors.md', import.meta.url), renderErrorsPage(errorCatalogue));
