import { expect, it } from 'vitest';
import { checkNames } from './check-names.ts';

it('accepts kebab-case names, doubled endings and the loose files of the core', () => {
  expect(
    checkNames([
      'packages/core/src/tenant-id.ts',
      'packages/core/src/ids.test.ts',
      'packages/elements/src/setup/phone-setup.styles.ts',
      'packages/core/src/storage/kysely/migrations/0001-foundation.ts',
      'README.md',
    ]),
  ).toEqual([]);
});

it.each([
  ['packages/core/src/utils/x.ts', /"utils" says nothing/],
  ['packages/core/src/numbers/helpers.ts', /"helpers" says nothing/],
  ['packages/core/src/numbers/types.test.ts', /"types" says nothing/],
  ['scripts/lib/x.mjs', /"lib" says nothing/],
  ['packages/core/src/numbers/BuyNumber.ts', /kebab-case/],
  ['packages/core/src/numbers/buy_number.ts', /kebab-case/],
  ['packages/core/src/format-number.ts', /lie loose here/],
])('objects to %s', (path, message) => {
  expect(checkNames([path]).join('\n')).toMatch(message);
});
