import type {
  CarrierChoice,
  ForwardingCondition,
  LineChoice,
  SetupForwardingRequest,
} from '@numberkit/contract';
import type { ForwardingModel } from './model.ts';

/** How many carriers are shown before "Show all". */
const SHOWN_AT_FIRST = 5;

/** The standard, for who does not know their phone company: last in the list of the server. */
export function standardOf(model: ForwardingModel): CarrierChoice | null {
  return model.line.checked?.carriers.at(-1) ?? null;
}

/** The carriers to show: those that match, the chosen and suggested one always among the first. */
export function shownCarriers(model: ForwardingModel): { shown: readonly CarrierChoice[]; more: boolean } {
  const { filter, id, showsAll } = model.carrier;
  const known = model.line.checked?.carriers.slice(0, -1) ?? [];
  const wanted = fold(filter);
  const found = wanted ? known.filter((each) => fold(each.name).includes(wanted)) : known;
  if (wanted || showsAll || found.length <= SHOWN_AT_FIRST + 1) return { shown: found, more: false };
  const suggested = model.line.checked?.suggestion?.carrierId ?? id;
  const ahead = found.filter((each) => each.id === suggested);
  const others = found.filter((each) => each.id !== suggested);
  const shown = [...ahead, ...others].slice(0, SHOWN_AT_FIRST);
  const chosen = found.find((each) => each.id === id);
  return { shown: chosen && !shown.includes(chosen) ? [...shown, chosen] : shown, more: true };
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The chosen carrier; null while none is. */
export function chosenCarrier(model: ForwardingModel): CarrierChoice | null {
  return model.line.checked?.carriers.find((each) => each.id === model.carrier.id) ?? null;
}

/** The chosen kind of line, else the first of the carrier. */
export function chosenLine(model: ForwardingModel): LineChoice | null {
  const lines = chosenCarrier(model)?.lines ?? [];
  return lines.find((each) => each.kind === model.carrier.kind) ?? lines[0] ?? null;
}

const order: readonly ForwardingCondition[] = ['unanswered', 'all', 'no-answer', 'busy', 'unreachable'];

/** When the line can forward, the recommended first. */
export function conditionsOf(model: ForwardingModel): readonly ForwardingCondition[] {
  const can = chosenLine(model)?.conditions ?? [];
  const known = order.filter((each) => can.includes(each));
  return known.length > 0 ? known : ['all'];
}

/** When to forward: the customer's answer where the line can, else the recommended. */
export function chosenCondition(model: ForwardingModel): ForwardingCondition {
  const conditions = conditionsOf(model);
  return conditions.find((each) => each === model.condition) ?? conditions[0] ?? 'all';
}

/** What the answers ask for. */
export function requestOf(model: ForwardingModel): SetupForwardingRequest {
  const line = chosenLine(model);
  return {
    existingLine: model.line.checked?.existingLine.phoneNumber ?? model.line.text,
    carrierId: chosenCarrier(model)?.id ?? null,
    ...(line && { lineKind: line.kind }),
    condition: chosenCondition(model),
  };
}
