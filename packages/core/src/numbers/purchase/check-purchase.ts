import type { FieldProblem } from '@numberkit/contract';
import type { Actor } from '../../activity/index.ts';
import { NumberkitError } from '../../errors.ts';
import { assertTenantId } from '../../tenant-id.ts';
import { numberErrors } from '../errors.ts';
import { describePhoneNumber, type PhoneNumberFacts } from '../phone-number.ts';

const MAX_ALTERNATIVES = 5;

/** A purchase whose fields are known to be sound. */
export interface CheckedPurchase {
  readonly tenantId: string;
  readonly idempotencyKey: string;
  /** The number asked for. */
  readonly phoneNumber: string;
  /** The number asked for, then the alternatives, without repetition. */
  readonly candidates: readonly PhoneNumberFacts[];
  readonly fingerprint: string;
  readonly actor: Actor;
}

/** As it came in. */
export interface UncheckedPurchase {
  readonly tenantId: string;
  readonly phoneNumber: string;
  readonly alternatives?: readonly string[];
  readonly idempotencyKey: string;
  readonly actor?: Actor;
}

/** @throws NumberkitError `invalid-tenant-id`, `invalid-purchase`, `invalid-phone-number`; each names the field. */
export async function checkPurchase(
  deps: { readonly fingerprint: (text: string) => string },
  request: UncheckedPurchase,
): Promise<CheckedPurchase> {
  assertTenantId(request.tenantId);
  checkKey(request.idempotencyKey);
  const alternatives = request.alternatives ?? [];
  if (alternatives.length > MAX_ALTERNATIVES) {
    throw invalid({
      field: 'alternatives',
      reason: `${alternatives.length} are more than ${MAX_ALTERNATIVES}`,
      remedy: `Send at most ${MAX_ALTERNATIVES}.`,
    });
  }
  const candidates = new Map<string, PhoneNumberFacts>();
  const asked = await factsOf('phoneNumber', request.phoneNumber);
  candidates.set(asked.phoneNumber, asked);
  for (const [index, text] of alternatives.entries()) {
    const facts = await factsOf(`alternatives.${index}`, text);
    candidates.set(facts.phoneNumber, facts);
  }
  return {
    tenantId: request.tenantId,
    idempotencyKey: request.idempotencyKey,
    phoneNumber: asked.phoneNumber,
    candidates: [...candidates.values()],
    fingerprint: deps.fingerprint(JSON.stringify(['buy-number', ...candidates.keys()])),
    actor: request.actor ?? { kind: 'tenant', id: request.tenantId },
  };
}

/** @throws NumberkitError `invalid-purchase` when it is no idempotency key. */
export function checkKey(key: unknown): void {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,128}$/.test(key)) return;
  throw invalid({
    field: 'idempotencyKey',
    reason: 'not 1 to 128 visible ASCII characters without spaces',
    remedy:
      'Send one fresh random key per purchase, such as a UUID, and the same key when you send it again.',
  });
}

async function factsOf(field: string, text: string): Promise<PhoneNumberFacts> {
  const facts = await describePhoneNumber(text);
  if (facts && (facts.country === 'US' || facts.country === 'CA')) return facts;
  throw new NumberkitError(numberErrors.invalidPhoneNumber, {
    detail: `The field ${field} is not a US or Canadian number in E.164 form.`,
    fields: [
      {
        field,
        reason: 'not a US or Canadian number in E.164 form',
        remedy: 'Send it as a search returned it, such as +14155550142.',
      },
    ],
  });
}

function invalid(problem: FieldProblem): NumberkitError {
  return new NumberkitError(numberErrors.invalidPurchase, {
    detail: `The field ${problem.field} is refused: ${problem.reason}.`,
    fields: [problem],
  });
}
