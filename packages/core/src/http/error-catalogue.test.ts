import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderErrorsPage } from '../../scripts/render-errors-page.ts';
import type { ErrorKind } from '../errors.ts';
import { errorCatalogue } from './error-catalogue.ts';

const src = new URL('../', import.meta.url);
const listed = errorCatalogue.flatMap(({ errors }) => Object.values(errors));

/** The codes that the sources define, read from the text, so that a list nobody added is found. */
function definedCodes(): readonly string[] {
  const files = globSync('**/*.ts', { cwd: src, exclude: ['**/*.test.ts', 'errors.ts'] });
  const texts = files.map((file) => readFileSync(new URL(file, src), 'utf8'));
  return texts
    .filter((text) => text.includes('defineErrors({'))
    .flatMap((text) => [...text.matchAll(/^ {4}code: '([^']+)'/gm)].map((match) => match[1] ?? ''));
}

describe('the error catalogue', () => {
  it('lists every error that a room defines', () => {
    expect(listed.map(({ code }) => code).toSorted()).toEqual(definedCodes().toSorted());
  });

  it('gives each code one meaning, a status of an error, and something to do', () => {
    const codes = listed.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const wrong = listed.filter(({ code, status, title, hint }: ErrorKind) => {
      return !/^[a-z]+(-[a-z]+)*$/.test(code) || status < 400 || status > 599 || !title || !hint;
    });
    expect(wrong).toEqual([]);
  });

  it('is what docs/errors.md shows; run `node packages/core/scripts/write-errors-page.ts` when it is not', () => {
    const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
    expect(page).toBe(renderErrorsPage(errorCatalogue));
  });
});
