import { createRandom, type Random } from '../world/index.ts';
import type { FaultEffect, FaultHandle, FaultMatch, FaultRule, Faults } from './fault-rule.ts';

export interface FaultSubject {
  method: string;
  pathname: string;
  body: string;
}

/** The faults in force, and the question which of them strike a request. */
export interface FaultPlan extends Faults {
  /** Counts the request against every rule and returns the effects due, in the order of the rules. */
  strike(request: FaultSubject): { before: FaultEffect[]; after: FaultEffect[] };
}

interface Entry {
  id: string;
  rule: FaultRule;
  random: Random;
  matched: number;
  struck: number;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function pathMatches(wanted: string | RegExp, pathname: string): boolean {
  if (typeof wanted !== 'string')
    return new RegExp(wanted.source, wanted.flags.replace(/[gy]/g, '')).test(pathname);
  return new RegExp(wanted.split('*').map(escaped).join('.*')).test(pathname);
}

function matches(match: FaultMatch, request: FaultSubject): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  if (match.path !== undefined && !pathMatches(match.path, request.pathname)) return false;
  return match.bodyContains === undefined || request.body.includes(match.bodyContains);
}

function isDue({ rule, random, matched, struck }: Entry): boolean {
  if (rule.probability !== undefined) {
    return struck < (rule.times ?? Infinity) && random.next() < rule.probability;
  }
  const first = rule.nth ?? 1;
  return matched >= first && matched < first + (rule.times ?? 1);
}

function check(rule: FaultRule): void {
  const positive = (value: number | undefined) =>
    value === undefined || (Number.isInteger(value) && value > 0);
  if (!positive(rule.nth) || !positive(rule.times)) throw new RangeError('nth and times count from 1');
  if (rule.probability !== undefined && !(rule.probability >= 0 && rule.probability <= 1)) {
    throw new RangeError('probability lies between 0 and 1');
  }
  if (rule.when !== 'before' && rule.when !== 'after') throw new RangeError('when is "before" or "after"');
  if (!['latency', 'status', 'reset'].includes(rule.effect?.kind)) {
    throw new RangeError('effect.kind is "latency", "status" or "reset"');
  }
  if (rule.effect.kind === 'latency' && !(rule.effect.ms >= 0)) throw new RangeError('ms is a duration');
}

export function createFaultPlan(): FaultPlan {
  let entries: Entry[] = [];
  let added = 0;
  const handleOf = (entry: Entry): FaultHandle => ({
    id: entry.id,
    rule: entry.rule,
    get matched() {
      return entry.matched;
    },
    get struck() {
      return entry.struck;
    },
    remove: () => {
      entries = entries.filter((other) => other !== entry);
    },
  });
  return {
    add: (rule) => {
      check(rule);
      added += 1;
      const entry = {
        id: `fault_${added}`,
        rule,
        random: createRandom(rule.seed ?? added),
        matched: 0,
        struck: 0,
      };
      entries.push(entry);
      return handleOf(entry);
    },
    list: () => entries.map(handleOf),
    clear: () => {
      entries = [];
    },
    strike: (request) => {
      const due: Entry[] = [];
      for (const entry of entries) {
        if (!matches(entry.rule.match ?? {}, request)) continue;
        entry.matched += 1;
        if (!isDue(entry)) continue;
        entry.struck += 1;
        due.push(entry);
      }
      const at = (when: FaultRule['when']) =>
        due.filter(({ rule }) => rule.when === when).map(({ rule }) => rule.effect);
      return { before: at('before'), after: at('after') };
    },
  };
}
