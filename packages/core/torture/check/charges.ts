import { FOREIGN } from '../settings.ts';
import type { Invariant, Violation, World } from './violation.ts';

/** Nothing is charged twice for one intent, and the trail explains every charge. */
export const checkCharges: Invariant = (world) => [
  ...perIntent(world),
  ...perOperation(world),
  ...explained(world),
];

const ourCharges = ({ bill }: World) =>
  bill.filter(({ kind, tag }) => kind === 'number-month' && tag !== FOREIGN.tag);

/** Candidates of one intent share tenant, kind and key; one of them may be bought. */
function perIntent(world: World): readonly Violation[] {
  const operations = new Map(world.records.operations.map((each) => [each.id, each]));
  const intents = new Map<string, string[]>();
  for (const { tag } of ourCharges(world)) {
    const operation = operations.get(tag ?? '');
    if (!operation) continue;
    const intent = [operation.kind, operation.tenant_id, operation.idempotency_index].join(' ');
    intents.set(intent, [...(intents.get(intent) ?? []), operation.id]);
  }
  return [...intents.values()]
    .filter((charged) => charged.length > 1)
    .map((charged) => ({
      kind: 'double',
      text: `one intent was charged ${charged.length} times`,
      about: charged,
    }));
}

function perOperation(world: World): readonly Violation[] {
  const known = new Set(world.records.operations.map(({ id }) => id));
  return ourCharges(world).flatMap(({ tag, sid, phoneNumber }): Violation[] => {
    if (known.has(tag ?? '')) return [];
    const text = `${phoneNumber} was charged under the tag ${JSON.stringify(tag)}, which is no operation of ours`;
    return [{ kind: 'leaked', text, about: [sid] }];
  });
}

/** Each charge has one line that says what it was for, and each such line its charge. */
function explained(world: World): readonly Violation[] {
  const lines = new Map<string, number>();
  for (const { event, data } of world.records.trail) {
    const bought =
      event === 'number.purchased' || (event === 'number.adopted' && data.why === 'late-purchase');
    if (!bought) continue;
    const sid = String(data.carrierSid);
    lines.set(sid, (lines.get(sid) ?? 0) + 1);
  }
  const violations: Violation[] = [];
  for (const { sid, phoneNumber, tag } of ourCharges(world)) {
    const count = lines.get(sid) ?? 0;
    lines.delete(sid);
    if (count === 1) continue;
    const text = `the charge for ${phoneNumber} is explained by ${count} lines of the trail instead of one`;
    violations.push({ kind: count > 1 ? 'double' : 'leaked', text, about: [sid, tag ?? ''] });
  }
  for (const sid of lines.keys()) {
    violations.push({
      kind: 'leaked',
      text: 'the trail tells of a purchase that was never charged',
      about: [sid],
    });
  }
  return violations;
}
