import type { ForwardingCondition } from '@numberkit/contract';
import { expect, it } from 'vitest';
import { conditionToProveOff } from './index.ts';
import { OFF_TABLE } from './outcome-tables.ts';

it.each<[readonly ForwardingCondition[], ForwardingCondition]>([
  [['all'], 'all'],
  [['unanswered'], 'unanswered'],
  [['no-answer'], 'no-answer'],
  [['busy'], 'busy'],
  [['unreachable'], 'unreachable'],
  [['all', 'unanswered'], 'unanswered'],
  [['all', 'no-answer'], 'unanswered'],
  [['busy', 'unanswered'], 'unanswered'],
  [['busy', 'all'], 'all'],
])('of %j, a test looks at %s', (conditions, condition) => {
  expect(conditionToProveOff(conditions)).toBe(condition);
});

it('holds: whatever shows that unanswered calls are not forwarded shows it for all calls and for no answer', () => {
  for (const [sign, row] of Object.entries(OFF_TABLE)) {
    if (row.unanswered.outcome !== 'off') continue;
    expect([row.all.outcome, row['no-answer'].outcome], sign).toEqual(['off', 'off']);
  }
});
