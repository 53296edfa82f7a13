import { expect, test } from 'vitest';
import { planRound } from '../../torture/plan/plan-round.ts';
import type { Shelf } from '../../torture/plan/shelf.ts';

const numbers = (areaCode: string) =>
  Array.from({ length: 30 }, (_, line) => `+1${areaCode}555${String(line).padStart(4, '0')}`);

const shelf: Shelf = {
  ofRound: () => [...numbers('415'), ...numbers('212')],
  poolAreas: () => ['503', '541'],
  likelyPooled: () => numbers('503').slice(0, 4),
  foreign: numbers('510').slice(0, 4),
};

test('a seed plans the same actions, faults, meddling and deaths every time', () => {
  expect(planRound(7, 3, shelf)).toEqual(planRound(7, 3, shelf));
});

test('another seed, or another round, plans something else', () => {
  expect(planRound(8, 3, shelf)).not.toEqual(planRound(7, 3, shelf));
  expect(planRound(7, 4, shelf)).not.toEqual(planRound(7, 3, shelf));
});

test('fifty rounds plan all kinds of action and of death', () => {
  const hosts = Array.from({ length: 50 }, (_, round) => planRound(1, round, shelf)).flatMap(({ waves }) =>
    waves.flatMap((wave) => wave.hosts),
  );
  const kinds = new Set(hosts.flatMap(({ actions }) => actions.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(
    ['buy', 'claim', 'prebuy', 'reclaim', 'release', 'sweep', 'transfer', 'undo-reclaim'].sort(),
  );
  const kills = hosts.flatMap((host) => host.kills);
  expect(new Set(kills.map(({ event }) => event)).size).toBe(14);
  expect(kills.length).toBeGreaterThan(300);
});

test('every action of a round has a name of its own', () => {
  const names = planRound(7, 3, shelf).waves.flatMap(({ hosts }) =>
    hosts.flatMap(({ actions }) => actions.map(({ id }) => id)),
  );
  expect(new Set(names).size).toBe(names.length);
});
