import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { allCarriers } from './all-carriers.ts';
import { carrierSchema } from './carrier-schema.ts';
import { checkCarrier, conditionsOf, parseCode, type Way } from './index.ts';

const FOLDER = new URL('./carriers/', import.meta.url);
const PAGE = new URL('../../../../../docs/dial-codes.md', import.meta.url);
const TS_22_030 = /22-?030/;

const lines = allCarriers.flatMap((carrier) =>
  carrier.lines.map((line) => ({ place: `${carrier.id} ${line.kind}`, line })),
);
const ways = lines.flatMap(({ place, line }) =>
  Object.entries(line.ways).flatMap(([condition, list]) =>
    list.map((way: Way, index) => ({ place: `${place} ${condition} ${index}`, line, way })),
  ),
);

describe('the carrier files', () => {
  it.each(allCarriers.map((carrier) => [carrier.id, carrier] as const))(
    '%s follows the schema',
    (_id, one) => {
      expect(checkCarrier(one)).toEqual([]);
    },
  );

  it('are all loaded, each under the name of its id', async () => {
    const files = (await readdir(FOLDER)).map((name) => name.replace(/\.json$/, ''));
    expect(allCarriers.map(({ id }) => id)).toEqual(files.toSorted());
  });

  it('have ids of their own', () => {
    expect(new Set(allCarriers.map(({ id }) => id)).size).toBe(allCarriers.length);
  });

  it('cover four countries, 25 carriers and more, and a standard for each country and for any other', () => {
    const carriers = allCarriers.filter((carrier) => !carrier.standard);
    expect(carriers.length).toBeGreaterThanOrEqual(25);
    for (const country of ['US', 'CA', 'GB', 'AU', null]) {
      const of = allCarriers.filter((carrier) => carrier.country === country);
      expect(of.filter((carrier) => carrier.standard).length, `${country}`).toBe(1);
      if (country !== null) expect(of.length, country).toBeGreaterThan(4);
    }
  });

  it('have a source and a day that is past for every way', () => {
    for (const { place, line, way } of ways) {
      const { sources, checkedOn } = { ...line, ...way };
      expect(sources.length, place).toBeGreaterThan(0);
      expect(new Date(checkedOn).toISOString().slice(0, 10), place).toBe(checkedOn);
    }
  });

  it('name the standard as the source of mobile codes that nobody reports', () => {
    for (const { place, line, way } of ways) {
      if (line.network !== 'gsm' || way.kind !== 'dial' || !/^\*\*/.test(way.on)) continue;
      const { confidence, sources } = { ...line, ...way };
      if (confidence === 'standard') expect(sources.join(), place).toMatch(TS_22_030);
    }
  });

  it('have codes that can be taken apart and put together again', () => {
    for (const { place, way } of ways) {
      if (way.kind !== 'dial') continue;
      for (const code of [way.on, way.off, way.query, way.ringTime?.on]) {
        if (code === undefined) continue;
        const parts = parseCode(code) ?? [];
        expect(
          parts.map((part) => (part.kind === 'keys' ? part.keys : `{${part.kind}}`)).join(''),
          place,
        ).toBe(code);
      }
    }
  });

  it('let every line do something, `unanswered` or `all` first', () => {
    for (const { place, line } of lines) {
      expect(['unanswered', 'all'], place).toContain(conditionsOf(line)[0]);
    }
  });
});

describe('the page about contributing', () => {
  it('explains exactly the fields of the schema', async () => {
    const page = await readFile(PAGE, 'utf8');
    for (const [name, shape] of Object.entries(carrierSchema)) {
      const [, section = ''] = page.split(`### ${name}\n`);
      const fields = [...(section.split('\n#')[0] ?? '').matchAll(/^\| `(\S+)` \|/gm)].map(
        ([, field]) => field,
      );
      expect(fields, name).toEqual(Object.keys(shape));
    }
  });
});
