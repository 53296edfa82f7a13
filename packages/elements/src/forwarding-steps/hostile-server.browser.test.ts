import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Answer,
  createFakeApi,
  dialStep,
  type FakeApi,
  forwardingOf,
  json,
  newTenant,
  nonsense,
  owned,
  planOf,
  settingsStep,
} from '../../test/fake-api/index.ts';
import { type Mounted, mount, until } from '../../test/mount.ts';
import '../define.ts';

const paths = ['buy', 'forward'] as const;
const thrown: unknown[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent) => {
  thrown.push('reason' in event ? event.reason : event.error);
  event.preventDefault();
};

/** From now on every request of a path gets this answer. */
function poison(api: FakeApi, path: string, given: Answer): FakeApi {
  const { fetch } = api;
  return Object.assign(api, {
    fetch: ((input, init) => {
      if (new URL(String(input), 'http://host.test').pathname.endsWith(path)) api.script(path, given);
      return fetch(input, init);
    }) satisfies typeof fetch,
  });
}

const minute = async ({ element }: Mounted) => {
  for (let passed = 0; passed < 66_000; passed += 3_000) await vi.advanceTimersByTimeAsync(3_000);
  await element.updateComplete;
};

const begun = (change: Parameters<typeof forwardingOf>[0] = {}) =>
  createFakeApi(newTenant({ paths, numbers: [owned()], forwardings: [forwardingOf(change)] }));

const press = async (mounted: Mounted, words: string) => {
  await until(() => mounted.all('button').some((each) => each.textContent?.trim() === words), words);
  mounted.button(words).click();
  await vi.advanceTimersByTimeAsync(0);
};

async function giveLine(api: FakeApi): Promise<Mounted> {
  const mounted = mount(api);
  await mounted.settled('path');
  mounted.all<HTMLInputElement>('input[name=path]')[1]?.click();
  await press(mounted, 'Continue');
  await until(() => mounted.all('#line').length === 1, 'the field');
  mounted.type('#line', '5105550199');
  await press(mounted, 'Continue');
  return mounted;
}

beforeEach(() => {
  thrown.length = 0;
  sessionStorage.clear();
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
  document.body.replaceChildren();
});

describe.each(nonsense)('a server that answers with %s', (_what, given) => {
  it('while the number is checked leads to a word under its field, and "Continue" asks again', async () => {
    const mounted = await giveLine(poison(createFakeApi(newTenant({ paths })), '/check-line', given));
    await minute(mounted);
    expect(mounted.text()).toContain('We could not check the number.');
    expect(mounted.button('Continue')).toHaveProperty('disabled', false);
    expect(thrown).toEqual([]);
  });

  it('while the code is prepared leads to a message that nothing has changed', async () => {
    const mounted = await giveLine(poison(createFakeApi(newTenant({ paths })), '/setup-forwarding', given));
    await until(() => mounted.all('#carrier').length === 1, 'the carriers');
    await press(mounted, 'Continue');
    await until(() => mounted.all('input[name=when]').length > 0, 'the conditions');
    await press(mounted, 'Continue');
    await minute(mounted);
    await minute(mounted);
    expect(mounted.text()).toContain('Nothing has changed on your line.');
    expect(mounted.button('Try again').checkVisibility()).toBe(true);
    expect(thrown).toEqual([]);
  });

  it('while a test is asked for never says that it works', async () => {
    const mounted = mount(poison(begun(), '/verify-forwarding', given));
    await press(mounted, 'I have done it');
    await minute(mounted);
    expect(mounted.text()).toContain('The test call was not placed');
    expect(mounted.text()).not.toContain('Forwarding works');
    expect(thrown).toEqual([]);
  });

  it('in place of the stream is asked by and by, and the result is shown', async () => {
    const mounted = mount(poison(begun(), '/verify-forwarding-events', given));
    await press(mounted, 'I have done it');
    await minute(mounted);
    await until(() => mounted.text().includes('What happens now'), 'the result');
    expect(thrown).toEqual([]);
  });
});

describe('a server that leaves things out, or knows what we do not', () => {
  it.each([
    ['forwardings of nothing', [null, 7, {}, { id: 'fwd_1', status: 'verified' }]],
    ['a list that is none', { forwardings: true }],
  ])('opens all the same: %s', async (_what, forwardings) => {
    const api = createFakeApi(newTenant({ paths: ['buy'], numbers: [owned()] }));
    api.script('/setup-state', () => json({ ...api.setup, forwardings }));
    const mounted = mount(api);
    await until(() => mounted.element.step !== 'opening', 'a step');
    await minute(mounted);
    expect(mounted.text()).not.toMatch(/undefined|\[object/);
    expect(thrown).toEqual([]);
  });

  it.each([
    [
      'a step of a new kind',
      { plan: planOf([{ ...settingsStep, kind: 'sim-menu' as 'settings' }, dialStep()]) },
    ],
    ['a plan of no steps', { plan: planOf([]) }],
    ['a condition of a new kind', { condition: 'sundays' as 'all' }],
    ['keys that are none', { plan: planOf([dialStep({ keys: 'hello', shown: 'hello' })]) }],
    ['a sound of a new kind', { plan: planOf([dialStep({ hears: 'music' as 'tone' })]) }],
    ['a confidence of a new kind', { plan: planOf([dialStep()], { confidence: 'rumoured' as 'reported' }) }],
  ])('shows the guide all the same: %s', async (_what, change) => {
    const mounted = mount(begun(change));
    await until(() => mounted.text().includes('I have done it'), 'the guide');
    mounted.all<HTMLButtonElement>('.control.forward')[0]?.click();
    await minute(mounted);
    expect(mounted.text()).not.toMatch(/undefined|null|\[object/);
    expect(thrown).toEqual([]);
  });

  it.each(['paused', 'melted'])('shows the result all the same: an outcome "%s"', async (outcome) => {
    const api = begun();
    // What a newer server may say.
    Object.assign(api.tests, { outcome, remedy: 'pray' });
    const mounted = mount(api);
    await press(mounted, 'I have done it');
    await until(() => mounted.text().includes('This test gave no answer'), 'the result');
    await press(mounted, 'Test again');
    expect(mounted.text()).not.toMatch(/undefined/);
    expect(thrown).toEqual([]);
  });
});
