import type { FieldProblem, Money } from '@numberkit/contract';
import type { Actor } from '../activity/index.ts';
import { NumberkitError } from '../errors.ts';
import { countryOfRegion, loadPlaces } from '../numbers/index.ts';
import { poolErrors } from './errors.ts';
import { fillArea } from './fill-area.ts';
import type { PoolDeps } from './pool-deps.ts';
import {
  type AreaBill,
  type AreaResult,
  type PrebuyRequest,
  type PrebuyRun,
  type PrebuyStep,
  prebuyRun,
} from './prebuy-progress.ts';
import { sumMoney } from './sum-money.ts';

const MOST_PER_AREA = 500;

/** How many numbers the pool is to hold where. */
export type Targets = ReadonlyMap<string, number>;

/** Fills the pool; see `Pool.prebuy`. */
export function createPrebuy(deps: PoolDeps) {
  return (request: PrebuyRequest & { readonly actor?: Actor }): PrebuyRun => {
    const { areaCodes, countPerArea, dryRun = false } = request;
    checkCount(countPerArea);
    const targets = new Map(areaCodes.map((areaCode) => [areaCode, countPerArea]));
    return prebuyRun(fill(deps, targets, dryRun, request.actor ?? POOL));
  };
}

const POOL: Actor = { kind: 'system', id: 'pool' };

/** Bill first, then area code after area code, then the summary. */
export async function* fill(
  deps: PoolDeps,
  targets: Targets,
  dryRun: boolean,
  actor: Actor,
): AsyncGenerator<PrebuyStep, void> {
  const countries = await countriesOf([...targets.keys()]);
  const areas: AreaBill[] = [];
  for (const [areaCode, target] of targets) {
    areas.push(await billOf(deps, areaCode, target, countries.get(areaCode) ?? 'US'));
  }
  const bill = areas.flatMap(({ missing, monthlyPrice }) => Array<Money | null>(missing).fill(monthlyPrice));
  yield { kind: 'planned', areas, monthlyCost: sumMoney(bill) };
  const results: AreaResult[] = [];
  const prices: (Money | null)[] = [];
  for (const area of areas) {
    const filled = dryRun
      ? { result: untouched(area), prices: [] }
      : yield* fillArea(deps, area, countries.get(area.areaCode) ?? 'US', actor);
    results.push(filled.result);
    prices.push(...filled.prices);
    if (!dryRun) yield { kind: 'area', result: filled.result };
  }
  const bought = results.reduce((sum, result) => sum + result.bought, 0);
  const summary = { dryRun, areas: results, bought, monthlyCost: sumMoney(prices) };
  yield { kind: 'finished', summary };
}

async function billOf(deps: PoolDeps, areaCode: string, target: number, country: string): Promise<AreaBill> {
  const { pooled: store } = await deps.open();
  const area = (await store.stock()).find((each) => each.areaCode === areaCode);
  const { pooled = 0, buying = 0 } = area ?? {};
  const missing = Math.max(0, target - pooled - buying);
  const monthlyPrice = await deps.forPool.priceOf(country, 'local');
  return { areaCode, target, pooled, buying, missing, monthlyPrice };
}

function untouched({ areaCode, target, pooled, buying }: AreaBill): AreaResult {
  return { areaCode, target, pooled, buying, bought: 0, problem: null };
}

/** @throws NumberkitError `invalid-prebuy` that names every area code that is none. */
async function countriesOf(areaCodes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const places = await loadPlaces();
  const problems: FieldProblem[] = [];
  const countries = new Map<string, string>();
  for (const [place, areaCode] of areaCodes.entries()) {
    const known = places.areaCodes.get(areaCode);
    if (known) countries.set(areaCode, countryOfRegion(known.region));
    else {
      problems.push({
        field: `areaCodes.${place}`,
        reason: 'is no area code of local numbers in the US or Canada',
        remedy: 'Send three digits, such as 415.',
      });
    }
  }
  if (areaCodes.length === 0) {
    problems.push({ field: 'areaCodes', reason: 'is empty', remedy: 'Send at least one, such as ["415"].' });
  }
  if (problems.length > 0) throw invalidPrebuy(problems);
  return countries;
}

function checkCount(countPerArea: number): void {
  if (Number.isInteger(countPerArea) && countPerArea >= 1 && countPerArea <= MOST_PER_AREA) return;
  throw invalidPrebuy([
    {
      field: 'countPerArea',
      reason: `is not a whole number from 1 to ${MOST_PER_AREA}`,
      remedy: 'Send how many numbers the pool is to hold in each area code, such as 10.',
    },
  ]);
}

function invalidPrebuy(fields: readonly FieldProblem[]): NumberkitError {
  const list = fields.map(({ field, reason }) => `${field} ${reason}`).join('; ');
  return new NumberkitError(poolErrors.invalidPrebuy, { detail: `The order is refused: ${list}.`, fields });
}
