import { vi } from 'vitest';
import { type Mounted, mount, until } from '../mount.ts';
import { beginnings } from './beginnings.ts';
import { forwardingScenes } from './forwarding-scenes.ts';
import type { Scene } from './scene.ts';

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds).then(() => {});

const press =
  (...words: string[]) =>
  async (mounted: Mounted) => {
    for (const each of words) {
      await until(() => mounted.all('button').some((button) => button.textContent?.trim() === each), each);
      mounted.button(each).click();
      await pass(0);
    }
  };

const choose = (index: number) => async (mounted: Mounted) => {
  await mounted.settled('path');
  mounted.all<HTMLInputElement>('input[name=path]')[index]?.click();
};

const order = async (mounted: Mounted) => {
  await until(() => mounted.all('input[name=number]').length > 0, 'the list');
  await press('Get number')(mounted);
};

const type = (selector: string, text: string) => async (mounted: Mounted) => {
  await until(() => mounted.all('input[name=number]').length > 0, 'the list');
  mounted.type(selector, text);
  await pass(300);
};

const after =
  (milliseconds: number, first: (mounted: Mounted) => Promise<void> = async () => {}) =>
  async (mounted: Mounted) => {
    await first(mounted);
    for (let passed = 0; passed < milliseconds; passed += 500) await pass(500);
  };

const scenes = {
  choose: { begins: 'choose', shows: 'Get a new number' },
  'choose-forward': { begins: 'choose', act: choose(1), shows: 'You dial one short code' },
  'not-open-here': {
    begins: 'choose',
    act: async (mounted) => {
      await choose(2)(mounted);
      await press('Continue')(mounted);
    },
    shows: 'This way is not open here yet',
  },
  'opening-slow': { begins: 'opening', act: after(4_500), shows: 'Still opening' },
  searching: { begins: 'searching', shows: 'Where is your business?' },
  'searching-slow': { begins: 'searching', act: after(4_500), shows: 'Still looking' },
  results: { begins: 'pick', shows: '$1.15 a month' },
  'results-ready': { begins: 'ready', shows: 'Ready now' },
  'results-all': { begins: 'pick', act: press('Show more numbers'), shows: '0101' },
  vanity: { begins: 'pick', act: type('#vanity', 'cool'), shows: 'Spells COOL' },
  'vanity-empty': { begins: 'pick', act: type('#vanity', 'zzzzz'), shows: 'No number matches that' },
  empty: { begins: 'pick', act: type('#place', 'Nowhere'), shows: 'No numbers here right now' },
  'search-failed': { begins: 'search-failed', act: after(2_000), shows: 'We could not look for numbers' },
  'ask-place': { begins: 'ask-place', shows: 'Numbers near you will show here' },
  'unknown-place': { begins: 'unknown-place', shows: 'We do not know that place' },
  taken: { begins: 'taken', act: order, shows: 'Somebody else just got' },
  progress: { begins: 'ordering', act: order, shows: 'Getting your number' },
  'progress-slow': { begins: 'pending', act: after(4_500, order), shows: 'Nothing is wrong' },
  'progress-long': { begins: 'pending', act: after(15_500, order), shows: 'Finish without me' },
  left: {
    begins: 'pending',
    act: async (mounted) => {
      await after(15_500, order)(mounted);
      await press('Finish without me')(mounted);
    },
    shows: 'We will take it from here',
  },
  live: { begins: 'live', shows: 'You are live' },
  'order-refused': { begins: 'limit', act: order, shows: 'This number could not be ordered' },
  'order-unknown': { begins: 'unknown', act: after(8_000, order), shows: 'Checking is safe' },
  unreachable: { begins: 'unreachable', act: after(2_000), shows: 'We could not connect' },
  offline: {
    begins: 'pick',
    act: async (mounted) => {
      await until(() => mounted.all('input[name=number]').length > 0, 'the list');
      const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
      window.dispatchEvent(new Event('offline'));
      online.mockRestore();
    },
    shows: 'You are offline. Your answers are kept.',
  },
  ...forwardingScenes,
} as const satisfies Readonly<Record<string, Scene>>;

export type SceneName = keyof typeof scenes;

// `Object.keys` forgets what it was given.
export const sceneNames = Object.keys(scenes) as SceneName[];

/** Those in which something is under way, and the customer has nothing to press. */
export const waitingScenes: readonly SceneName[] = sceneNames.filter(
  (name) => 'waits' in scenes[name] && scenes[name].waits,
);

/** Plays a scene to its end, with the time of the page standing still, and gives it back as it stays. */
export async function playScene(name: SceneName): Promise<Mounted> {
  const scene: Scene = scenes[name];
  sessionStorage.clear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const api = beginnings[scene.begins]();
    // Tabs of one tenant take turns in ordering: a scene that never ends must not keep the others waiting.
    const id = `${name}-${crypto.randomUUID()}`;
    api.setup = { ...api.setup, tenant: { ...api.setup.tenant, id } };
    const mounted = mount(api);
    await until(
      () => mounted.element.step !== 'opening' || /open|unreach/.test(scene.begins),
      'the first step',
    );
    await scene.act?.(mounted);
    await until(() => mounted.text().includes(scene.shows), `"${scene.shows}" in ${mounted.text()}`);
    if (name === 'live') await until(() => mounted.all('[part=qr]').length === 1, 'the QR code');
    return mounted;
  } finally {
    vi.useRealTimers();
  }
}
