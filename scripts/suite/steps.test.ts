import { describe, expect, it } from 'vitest';
import { listSteps, pickSteps } from './steps.ts';

describe('picking steps', () => {
  const steps = listSteps();
  const namesOf = (args: string[]): unknown => {
    const picked = pickSteps(steps, args);
    return typeof picked === 'string' ? picked : picked.map((step) => step.name);
  };

  it('runs everything unless told', () => {
    expect(pickSteps(steps, [])).toEqual(steps);
  });

  it('runs the named steps in the order of the suite', () => {
    expect(namesOf(['--only', 'unit,lint'])).toEqual(['lint', 'unit']);
    expect(namesOf(['--only=e2e'])).toEqual(['e2e']);
  });

  it('names a step it does not know and lists those it knows', () => {
    expect(namesOf(['--only', 'unit,linting'])).toMatch(/no such step: linting\nusage: .*typecheck,lint/);
  });

  it('explains itself when the arguments make no sense', () => {
    expect(namesOf(['--only'])).toMatch(/^usage/);
    expect(namesOf(['lint'])).toMatch(/^usage/);
  });
});
