import type { Invariant, Violation } from './violation.ts';

const MOVING = new Set(['buying', 'releasing', 'porting']);

/** Nothing is open: every operation has its outcome, no number is on its way. */
export const checkSettled: Invariant = ({ records, told }) => [
  ...records.operations
    .filter(({ state }) => state === 'intended' || state === 'unknown')
    .map(({ id, kind, state, number_id }): Violation => {
      const text = `operation ${id} (${kind}) is still ${state} after all sweeps`;
      return { kind: 'stuck', text, about: [id, number_id] };
    }),
  ...records.numbers
    .filter(({ state }) => MOVING.has(state))
    .map(({ id, state, phoneNumber }): Violation => {
      const text = `${phoneNumber} is still ${state} after all sweeps`;
      return { kind: 'stuck', text, about: [id] };
    }),
  ...told.flatMap(({ answer, action }): Violation[] => {
    if (answer.outcome !== 'error' || (answer.code !== 'hangs' && answer.code !== 'internal')) return [];
    return [{ kind: 'stuck', text: `"${action.id}" failed without a reason: ${answer.detail}`, about: [] }];
  }),
];
