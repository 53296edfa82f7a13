import { describe, expect, test } from 'vitest';
import { canMove, isOver, type NumberState } from './number-life.ts';

const states: readonly NumberState[] = [
  'buying',
  'pooled',
  'assigned',
  'resting',
  'porting',
  'releasing',
  'released',
  'refused',
];

describe('the life of a number', () => {
  test('has exactly these moves', () => {
    const moves = states.flatMap((from) =>
      states.filter((to) => canMove(from, to)).map((to) => `${from} -> ${to}`),
    );
    expect(moves).toEqual([
      'buying -> pooled',
      'buying -> assigned',
      'buying -> refused',
      'pooled -> assigned',
      'pooled -> releasing',
      'pooled -> released',
      'assigned -> resting',
      'assigned -> releasing',
      'assigned -> released',
      'resting -> pooled',
      'resting -> assigned',
      'resting -> releasing',
      'resting -> released',
      'porting -> assigned',
      'porting -> refused',
      'releasing -> released',
    ]);
  });

  test('ends in released or refused and nowhere else', () => {
    expect(states.filter(isOver)).toEqual(['released', 'refused']);
  });

  test('never takes a number from one tenant to another without rest', () => {
    expect(canMove('assigned', 'pooled')).toBe(false);
    expect(canMove('assigned', 'assigned')).toBe(false);
  });
});
