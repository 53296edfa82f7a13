import type { CheckLineResponse } from '@numberkit/contract';
import { type ForwardingTransition, show, turn, work } from './effect.ts';
import { fail } from './fail.ts';
import type { ForwardingInput } from './input.ts';
import type { ForwardingModel, LineAnswer, LineProblem } from './model.ts';

/** No number of the countries we serve is shorter. */
const FEWEST_DIGITS = 8;

/** Keeps what is typed. What was wrong with the text before says nothing about this one. */
export function typeLine(model: ForwardingModel, text: string): ForwardingTransition {
  const known = text === model.line.checkedText;
  const checked = known ? model.line.checked : null;
  const next = withLine(model, { text, problem: null, wanted: false, checked });
  return turn({ ...next, work: null });
}

/** The field is left: now, and not while typing, the customer hears what is wrong. The server has the last word. */
export function leaveLine(model: ForwardingModel): ForwardingTransition {
  return model.line.text.trim() ? checkLine(model, false) : turn(model);
}

/** "Continue": goes on when the line is known to be good, else as soon as it is. */
export function confirmLine(model: ForwardingModel): ForwardingTransition {
  if (model.view !== 'line') return turn(model);
  if (model.line.checked) return show(model, 'carrier');
  return checkLine(model, true);
}

function checkLine(model: ForwardingModel, wanted: boolean): ForwardingTransition {
  const { text } = model.line;
  const problem = problemOf(text);
  if (problem) return turn(withLine(model, { problem }));
  if (model.work?.kind === 'check') return turn(withLine(model, { wanted: wanted || model.line.wanted }));
  // A refused number is not asked about again by merely walking through the field.
  if (model.line.checked || (model.line.problem && !wanted)) return turn(model);
  return work(withLine(model, { wanted, problem: null }), 'check', { type: 'check', text });
}

function problemOf(text: string): LineProblem | null {
  if (!text.trim()) return 'empty';
  return text.replace(/\D/g, '').length < FEWEST_DIGITS ? 'short' : null;
}

/** The server knows the line. An answer about a text that was changed since is nobody's. */
export function acceptLine(
  model: ForwardingModel,
  { text, response }: ForwardingInput & { type: 'line-checked' },
): ForwardingTransition {
  if (text !== model.line.text) return turn(model);
  const { display } = response.existingLine;
  const { wanted } = model.line;
  const line = { text: display, checkedText: display, checked: response, problem: null, wanted: false };
  const next = withLine(suggest(model, response), line);
  if (wanted && model.view === 'line') return show(next, 'carrier');
  return turn(
    { ...next, work: null },
    { type: 'stop-timer', timer: 'slow' },
    { type: 'stop-timer', timer: 'long' },
  );
}

/** What a look-up says is chosen for the customer, unless they have chosen by themselves. */
function suggest(model: ForwardingModel, { carriers, suggestion }: CheckLineResponse): ForwardingModel {
  const { carrier } = model;
  if (carriers.some((each) => each.id === carrier.id)) return model;
  const { carrierId = null, lineKind = null } = suggestion ?? {};
  return { ...model, carrier: { ...carrier, id: carrierId, kind: lineKind } };
}

/** The server does not take the line, or was not reached. */
export function refuseLine(
  model: ForwardingModel,
  input: ForwardingInput & { type: 'failed' },
): ForwardingTransition {
  if (input.text !== model.line.text) return turn(model);
  const code = input.error.problem?.code ?? '';
  const problem = problems[code] ?? (input.error.kind === 'refused' ? 'unknown' : 'unreachable');
  if (input.error.kind === 'unauthorized') return fail(model, input);
  const next = withLine({ ...model, view: 'line', work: null }, { problem, wanted: false });
  return turn(next, { type: 'stop-timer', timer: 'slow' }, { type: 'stop-timer', timer: 'long' });
}

const problems: Readonly<Record<string, LineProblem>> = {
  'invalid-line': 'unknown',
  'line-not-allowed': 'not-allowed',
  'line-is-ours': 'ours',
  'test-limit-reached': 'too-often',
};

/** True when an answer to `start` is about the line itself and belongs under its field. */
export function isAboutLine(code: string | null): code is keyof typeof problems {
  return code !== null && code !== 'test-limit-reached' && code in problems;
}

/** Changes some of the line and nothing else. */
export function withLine(model: ForwardingModel, change: Partial<LineAnswer>): ForwardingModel {
  return { ...model, line: { ...model.line, ...change } };
}
