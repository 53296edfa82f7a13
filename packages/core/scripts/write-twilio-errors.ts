// Writes docs/twilio-errors.md: `node scripts/write-twilio-errors.ts` in packages/core.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carrierErrors } from '../src/carrier/index.ts';
import { twilioErrors } from '../src/carrier/twilio/index.ts';
import { twilioErrorsPage } from './twilio-errors/index.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'docs', 'twilio-errors.md');
writeFileSync(
  file,
  twilioErrorsPage(twilioErrors, (name) => carrierErrors[name].code),
);
console.log(`wrote ${file}`);
