import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { twilioErrorsPage } from '../../scripts/twilio-errors/index.ts';
import { carrierErrors } from '../../src/carrier/index.ts';
import { twilioErrors } from '../../src/carrier/twilio/index.ts';

it('docs/twilio-errors.md is what `node scripts/write-twilio-errors.ts` writes', () => {
  const file = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'twilio-errors.md');
  const page = twilioErrorsPage(twilioErrors, (name) => carrierErrors[name].code);
  expect(readFileSync(file, 'utf8')).toBe(page);
});
