import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isUsableNode, isUsablePnpm, pathWith } from './index.mjs';

describe('the toolchain of the bootstrap', () => {
  it.each(['22.18.0', '22.22.1', '24.11.0', '24.21.0', '26.0.0', '27.1.0'])(
    'takes Node %s as it is',
    (version) => {
      expect(isUsableNode(version)).toBe(true);
    },
  );

  it.each(['20.20.2', '22.17.9', '23.9.0', '24.10.0', '25.3.0'])('does not run on Node %s', (version) => {
    expect(isUsableNode(version)).toBe(false);
  });

  it('takes any pnpm 12 and no other', () => {
    expect(isUsablePnpm('12.21.0\n')).toBe(true);
    expect(isUsablePnpm('11.9.0')).toBe(false);
    expect(isUsablePnpm('')).toBe(false);
  });

  it('puts the chosen Node in front of PATH, so that children run it too', () => {
    expect(pathWith({ PATH: '/usr/bin' }, '/opt/node')).toBe(['/opt/node', '/usr/bin'].join(delimiter));
    expect(pathWith({}, '/opt/node')).toBe('/opt/node');
  });
});
