import { expect, it } from 'vitest';
import { placeExpression } from './keep-place.ts';

it('finds the place a source would have in dist through the name of its own package', () => {
  const place = placeExpression('@numberkit/contract', 'src/server/page-files.ts');
  expect(place).toBe(
    "new URL('dist/server/page-files.js', import.meta.resolve('@numberkit/contract/package.json')).href",
  );
});
