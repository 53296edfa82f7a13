import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { clipped, overflowing, primaries, smallTargets } from '../../test/layout.ts';
import type { Mounted } from '../../test/mount.ts';
import { playScene, type SceneName, sceneNames, waitingScenes } from '../../test/scenes/index.ts';
import '../define.ts';

async function emulate(...features: readonly [name: string, value: string][]): Promise<void> {
  const calm = { name: 'prefers-reduced-motion', value: 'reduce' };
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [calm, ...features.map(([name, value]) => ({ name, value }))],
  });
}

async function violationsOf({ element }: Mounted, ...rules: string[]): Promise<string[]> {
  await Promise.all(element.getAnimations({ subtree: true }).map((each) => each.finished.catch(() => {})));
  const { violations } = await axe.run(element, rules.length > 0 ? { runOnly: rules } : {});
  return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.failureSummary}`));
}

/** Where a wait takes the place of the main action. */
const waits: readonly SceneName[] = [
  'opening-slow',
  'searching',
  'searching-slow',
  'progress',
  'progress-slow',
  'left',
  ...waitingScenes,
];
/** Here the panel in the list has the one action; the button that buys is off. */
const inPanel: readonly SceneName[] = [
  'vanity-empty',
  'empty',
  'search-failed',
  'ask-place',
  'unknown-place',
];

beforeAll(() => emulate());
afterEach(async () => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('dir');
});

describe.each(sceneNames)('the state "%s"', (name) => {
  it('is without fault for axe in light, dark, right to left and forced colours', async () => {
    const mounted = await playScene(name);
    expect(await violationsOf(mounted), 'light').toEqual([]);
    mounted.element.theme = 'dark';
    await mounted.element.updateComplete;
    expect(await violationsOf(mounted, 'color-contrast'), 'dark').toEqual([]);
    document.documentElement.dir = 'rtl';
    await emulate(['forced-colors', 'active']);
    try {
      expect(await violationsOf(mounted, 'color-contrast', 'target-size'), 'forced').toEqual([]);
      expect(overflowing(mounted), 'right to left').toEqual([]);
    } finally {
      await emulate();
    }
  });

  it('fits into every width, with text of every size', async () => {
    const mounted = await playScene(name);
    for (const fontSize of ['100%', '200%']) {
      for (const inlineSize of ['320px', '480px', '960px']) {
        Object.assign(document.body.style, { margin: '0', fontSize, inlineSize });
        const at = `${inlineSize} at ${fontSize}`;
        expect(overflowing(mounted), `sticking out, ${at}`).toEqual([]);
        expect(clipped(mounted), `cut off, ${at}`).toEqual([]);
        expect(smallTargets(mounted), `small targets, ${at}`).toEqual([]);
      }
    }
  });

  it('has one main action, or says what is under way', async () => {
    const mounted = await playScene(name);
    expect(primaries(mounted)).toHaveLength(waits.includes(name) || inPanel.includes(name) ? 0 : 1);
    expect(mounted.all('.panel button')).toHaveLength(inPanel.includes(name) ? 1 : 0);
  });
});
