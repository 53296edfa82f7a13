/**
 * `buying`: intent committed, outcome open. `pooled`: ours, nobody's. `assigned`: takes a tenant's calls.
 * `resting`: quarantine after a tenant. `porting`: on its way here. `releasing`: release asked for, not certain.
 * Final: `released` (given back, or lost: straight from where it was), `refused` (never became ours).
 */
export type NumberState =
  | 'buying'
  | 'pooled'
  | 'assigned'
  | 'resting'
  | 'porting'
  | 'releasing'
  | 'released'
  | 'refused';

const moves: Readonly<Record<NumberState, readonly NumberState[]>> = {
  buying: ['pooled', 'assigned', 'refused'],
  pooled: ['assigned', 'releasing', 'released'],
  assigned: ['resting', 'releasing', 'released'],
  resting: ['pooled', 'assigned', 'releasing', 'released'],
  porting: ['assigned', 'refused'],
  releasing: ['released'],
  released: [],
  refused: [],
};

/** May a number go from one state to the other in one step? */
export function canMove(from: NumberState, to: NumberState): boolean {
  return moves[from].includes(to);
}

/** Is the number's life over, so that its E.164 may be bought anew? */
export function isOver(state: NumberState): boolean {
  return moves[state].length === 0;
}
