import type { DialStep, ForwardingStep } from '@numberkit/contract';
import { type CodeWay, type LineEntry, parseCode, type Way } from '../dial-codes/index.ts';
import { dialledNumber } from './dialled-number.ts';

/** What the steps of a plan are made for. */
export interface StepContext {
  readonly purpose: 'on' | 'off';
  readonly line: LineEntry;
  /** The existing line's country, ISO 3166 alpha-2. */
  readonly country: string;
  readonly carrierName: string;
  /** Our number: E.164, and as people write it. */
  readonly number: { readonly phoneNumber: string; readonly display: string };
  readonly ringSeconds: number | undefined;
}

/** The steps of several ways one after the other; what is the same is done once. */
export function stepsOf(ways: readonly Way[], context: StepContext): readonly ForwardingStep[] {
  const steps = new Map<string, ForwardingStep>();
  for (const way of ways) {
    const step = stepOf(way, context);
    steps.set(JSON.stringify(step), step);
  }
  return [...steps.values()];
}

function stepOf(way: Way, context: StepContext): ForwardingStep {
  const enter = context.purpose === 'on' ? context.number.display : null;
  switch (way.kind) {
    case 'dial':
      return dialStep(way, context);
    case 'settings':
      return { kind: 'settings', path: way.path, url: way.url ?? null, enter };
    case 'ask-carrier':
      return { kind: 'ask-carrier', carrierName: context.carrierName, enter };
  }
}

function dialStep(way: CodeWay, context: StepContext): DialStep {
  const { line, purpose } = context;
  const answered = purpose === 'on' && (way.answered ?? line.answered ?? false);
  const groups = fillIn(templateOf(way, context), way, context);
  const keys = groups.join('');
  return {
    kind: 'dial',
    keys,
    shown: groups.join(' '),
    // A bare # begins the fragment of an address; everything else stands for itself.
    tel: `tel:${keys.replaceAll('#', '%23')}`,
    press: line.kind === 'landline' ? 'lift' : 'call',
    hears: answered ? 'our-voice' : (way.hears ?? line.hears ?? 'message'),
    mustBeAnswered: answered,
  };
}

function templateOf(way: CodeWay, { purpose, ringSeconds }: StepContext): string {
  if (purpose === 'off') return way.off;
  const { ringTime } = way;
  if (ringSeconds === undefined || !ringTime) return way.on;
  const taken =
    ringSeconds >= ringTime.least && ringSeconds <= ringTime.most && ringSeconds % ringTime.step === 0;
  return taken ? ringTime.on : way.on;
}

function fillIn(template: string, way: CodeWay, context: StepContext): readonly string[] {
  const { line, country, number, ringSeconds } = context;
  const format = way.number ?? line.number ?? 'national';
  return (parseCode(template) ?? []).flatMap((part) => {
    if (part.kind === 'keys') return [part.keys];
    if (part.kind === 'seconds') return [String(ringSeconds)];
    return dialledNumber(number.phoneNumber, { country, kind: line.kind }, format);
  });
}
