import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartedExample } from './started-example.ts';

/** Where a phone number of ten digits is written down readably, in any formatting: files of the database, or the logs. */
export function findInClear(example: StartedExample, phoneNumber: string): readonly string[] {
  const digits = phoneNumber.replaceAll(/\D/g, '').slice(-10);
  const spaced = new RegExp(digits.split('').join('[\\s().+-]{0,3}'));
  const data = join(example.folder, '.data');
  const names = readdirSync(data);
  if (!names.some((name) => name.endsWith('.db'))) throw new Error(`there is no database in ${data}`);
  const files = names.filter((name) => spaced.test(readFileSync(join(data, name), 'latin1')));
  return spaced.test(example.log()) ? [...files, 'the logs'] : files;
}
