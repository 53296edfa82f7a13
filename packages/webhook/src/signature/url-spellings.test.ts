import { describe, expect, it } from 'vitest';
import { urlSpellings } from './url-spellings.ts';

describe('urlSpellings', () => {
  it('starts with the URL as it is and tries the other port next, without more for an ordinary URL', () => {
    expect([...urlSpellings('https://ex.com/h')]).toEqual(['https://ex.com/h', 'https://ex.com:443/h']);
    expect([...urlSpellings('https://ex.com:8443/h')]).toEqual(['https://ex.com:8443/h', 'https://ex.com/h']);
  });

  it('keeps credentials and paths that look like ports', () => {
    expect([...urlSpellings('https://u:p@ex.com/a:80')]).toEqual([
      'https://u:p@ex.com/a:80',
      'https://u:p@ex.com:443/a:80',
    ]);
  });

  it('undoes the escapes that a URL parser on the way has made of raw characters', () => {
    const seen = new URL('https://ex.com/h?q=\'a"b<c>ü');
    expect([...urlSpellings(seen.href)]).toContain('https://ex.com/h?q=\'a"b<c>ü');
    expect([...urlSpellings('https://ex.com/h?q=%27&r=%20')]).toContain("https://ex.com/h?q='&r=%20");
  });

  it('leaves escapes it cannot read as they are', () => {
    expect([...urlSpellings('https://ex.com/h?q=%FF%27')]).toContain("https://ex.com/h?q=%FF'");
  });

  it('names each spelling once', () => {
    const all = [...urlSpellings("https://ex.com:443/h?a='b+c%20d&a=2&10=x#rc=2")];
    expect(new Set(all).size).toBe(all.length);
    expect(all.some((spelling) => spelling.includes('#'))).toBe(false);
  });
});
