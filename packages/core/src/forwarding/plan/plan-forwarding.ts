import type { CodeStats, ForwardingCondition, ForwardingPlan, LineKind } from '@numberkit/contract';
import type { CarrierEntry } from '../dial-codes/index.ts';
import { conditionsOf, lineOf } from '../dial-codes/index.ts';

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

/** Makes the plan of a line. A line that cannot do what is wanted gets the advice to ask its carrier. */
export function planForwarding(request: PlanRequest): PlannedForwarding {
  const line = lineOf(request.carrier, request.lineKind);
  const { confidence, sources, checkedOn } = line;
  const evidence = { confidence, source: sources[0] ?? '', checkedOn };
  const carrierName = request.carrier.name;
  return {
    lineKind: line.kind,
    condition: request.condition ?? conditionsOf(line)[0] ?? 'all',
    on: {
      purpose: 'on',
      steps: [{ kind: 'ask-carrier', carrierName, enter: request.number.display }],
      ...evidence,
    },
    off: { purpose: 'off', steps: [{ kind: 'ask-carrier', carrierName, enter: null }], ...evidence },
    alternative: 0,
    alternatives: 1,
    code: 'ask-carrier',
  };
}
