import type { FieldProblem } from '@numberkit/contract';
import { NumberkitError } from '../../errors.ts';
import { conditionsOf, lineOf } from '../dial-codes/index.ts';
import { forwardingErrors } from '../errors.ts';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { ForwardingRecord } from '../forwarding-store.ts';
import type { StartForwarding } from '../forwardings.ts';
import type { CheckedLine } from '../line-policy/index.ts';

/** How a line is to be forwarded. */
export type ChosenWay = Pick<
  ForwardingRecord,
  'carrierId' | 'lineKind' | 'condition' | 'alternative' | 'code'
>;

/**
 * What a start says, on top of what was chosen before; the defaults where neither says anything.
 * @throws NumberkitError `invalid-forwarding`
 */
export async function chooseWay(
  { dialCodes }: ForwardingDeps,
  line: CheckedLine,
  request: StartForwarding,
  before: ForwardingRecord | undefined,
): Promise<ChosenWay> {
  const carrierId = request.carrierId === undefined ? (before?.carrierId ?? null) : request.carrierId;
  const { carrier } = await dialCodes.find(carrierId, line.country);
  const sameCarrier = before !== undefined && before.carrierId === carrierId;
  const wanted = request.lineKind ?? (sameCarrier ? before.lineKind : (line.kind ?? undefined));
  const entry = lineOf(carrier, wanted);
  if (request.lineKind !== undefined && entry.kind !== request.lineKind) {
    throw refuse(
      'lineKind',
      'is none that this carrier has',
      carrier.lines.map(({ kind }) => kind),
    );
  }
  const sameLine = sameCarrier && before.lineKind === entry.kind;
  const conditions = conditionsOf(entry);
  const condition = request.condition ?? (sameLine ? before.condition : (conditions[0] ?? 'all'));
  if (!conditions.includes(condition) && conditions.length > 0) {
    throw refuse('condition', 'is none that this line can', conditions);
  }
  const { alternative } = request;
  if (alternative !== undefined && !(Number.isSafeInteger(alternative) && alternative >= 0)) {
    throw refuse('alternative', 'is no whole number from 0', ['0']);
  }
  const chosen = { carrierId, lineKind: entry.kind, condition };
  if (alternative !== undefined) return { ...chosen, alternative, code: null };
  const same = sameLine && before.condition === condition;
  return same
    ? { ...chosen, alternative: before.alternative, code: before.code }
    : { ...chosen, alternative: 0, code: null };
}

function refuse(field: string, reason: string, choices: readonly string[]): NumberkitError {
  const problem: FieldProblem = { field, reason, remedy: `Use one of: ${choices.join(', ')}.` };
  return new NumberkitError(forwardingErrors.invalidForwarding, {
    detail: `The forwarding is refused: ${field} ${reason}.`,
    fields: [problem],
  });
}
