import type { CodeStats, ForwardingCondition, ForwardingPlan, LineKind } from '@numberkit/contract';
import type { CarrierEntry } from '../dial-codes/index.ts';
import { conditionsOf, lineOf } from '../dial-codes/index.ts';
import { type Alternative, alternativesOf } from './alternatives.ts';
import { rankCodes } from './rank-codes.ts';
import { type StepContext, stepsOf } from './steps.ts';

/** What is to be forwarded, and where to. */
export interface PlanRequest {
  readonly carrier: CarrierEntry;
  /** The existing line's country, ISO 3166 alpha-2. */
  readonly country: string;
  /** Default: the carrier's first. */
  readonly lineKind?: LineKind;
  /** Default: the line's first, `unanswered` where it can. */
  readonly condition?: ForwardingCondition;
  /** Our number: E.164, and as people write it. */
  readonly number: { readonly phoneNumber: string; readonly display: string };
  /** The code that was chosen before, as {@link PlannedForwarding.code} gave it; goes before `alternative`. */
  readonly code?: string | null;
  /** Which of the known ways, from 0; too high is the last. Default 0. */
  readonly alternative?: number;
  /** What our tests say, which orders the ways. Default: the order of the data. */
  readonly stats?: readonly CodeStats[];
  /** How long the line rings first, where the code can say so. */
  readonly ringSeconds?: number;
  /** Other codes of this carrier that were in force before: the undo turns them off as well. */
  readonly earlier?: readonly EarlierCode[];
}

/** A code of before, as {@link PlannedForwarding.code} gave it. */
export interface EarlierCode {
  readonly lineKind: LineKind;
  readonly condition: ForwardingCondition;
  readonly code: string;
}

/** How to turn a forwarding on, and off again. */
export interface PlannedForwarding {
  readonly lineKind: LineKind;
  readonly condition: ForwardingCondition;
  readonly on: ForwardingPlan;
  readonly off: ForwardingPlan;
  readonly alternative: number;
  readonly alternatives: number;
  /** The way without the number, `**004*{number}#`: keep it with the forwarding, for the ranking changes. */
  readonly code: string;
}

/**
 * Makes the plans to turn a forwarding on and off. A line that cannot do what is wanted gets the advice to ask its
 * carrier; `conditionsOf` says what it can.
 */
export function planForwarding(request: PlanRequest): PlannedForwarding {
  const line = lineOf(request.carrier, request.lineKind);
  const condition = request.condition ?? conditionsOf(line)[0] ?? 'all';
  const known = alternativesOf(line, condition);
  const ranked = rank(known, request, { lineKind: line.kind, condition });
  const earlier = ranked.findIndex(({ code }) => code === request.code);
  const place = earlier >= 0 ? earlier : Math.max(0, Math.min(request.alternative ?? 0, ranked.length - 1));
  const chosen = ranked[place] ?? known[0];
  if (!chosen) throw new RangeError('no such alternative');
  const context = {
    line,
    country: request.country,
    carrierName: request.carrier.name,
    number: request.number,
    ringSeconds: request.ringSeconds,
  };
  return {
    lineKind: line.kind,
    condition,
    on: planOf(chosen, { ...context, purpose: 'on' }),
    off: planOf(withEarlier(chosen, request), { ...context, purpose: 'off' }),
    alternative: place,
    alternatives: ranked.length,
    code: chosen.code,
  };
}

/** A line that was told `unanswered` and then `all` does both; what is left on would go on unseen. */
function withEarlier(chosen: Alternative, { carrier, earlier = [] }: PlanRequest): Alternative {
  const ways = earlier.flatMap(({ lineKind, condition, code }) => {
    const known = alternativesOf(lineOf(carrier, lineKind), condition);
    return known.find((one) => one.code === code)?.ways ?? [];
  });
  return { ...chosen, ways: [...chosen.ways, ...ways] };
}

function rank(
  known: readonly Alternative[],
  { carrier, stats = [] }: PlanRequest,
  of: { readonly lineKind: LineKind; readonly condition: ForwardingCondition },
): readonly Alternative[] {
  const own = stats.filter(
    (one) => one.carrierId === carrier.id && one.lineKind === of.lineKind && one.condition === of.condition,
  );
  const codes = known.map(({ code }) => code);
  return rankCodes(codes, own).flatMap((place) => known[place] ?? []);
}

function planOf({ ways, evidence }: Alternative, context: StepContext): ForwardingPlan {
  return {
    purpose: context.purpose,
    steps: stepsOf(ways, context),
    confidence: evidence.confidence,
    // Every way has one: see `checkCarrier`.
    source: evidence.sources[0] ?? '',
    checkedOn: evidence.checkedOn,
  };
}
