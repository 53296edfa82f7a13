import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, createFakeApi, nonsense, oakland } from '../../test/fake-api/index.ts';
import { type Mounted, mount, until } from '../../test/mount.ts';
import '../define.ts';

const thrown: unknown[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent) => {
  thrown.push('reason' in event ? event.reason : event.error);
  event.preventDefault();
};

/** Plays a minute in which every request of a path gets this answer. */
async function play(
  path: string,
  given: Answer,
  until: (mounted: Mounted) => Promise<void>,
): Promise<Mounted> {
  const api = createFakeApi();
  api.setup = { ...api.setup, tenant: { ...api.setup.tenant, id: crypto.randomUUID() } };
  const mounted = mount(api, (element) => {
    element.fetch = (input, init) => {
      if (mounted?.element.step !== undefined && String(input).includes(path)) api.script(path, given);
      return api.fetch(input, init);
    };
  });
  await until(mounted);
  for (let passed = 0; passed < 60_000; passed += 3_000) await vi.advanceTimersByTimeAsync(3_000);
  await mounted.element.updateComplete;
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
  it('while opening leads to a message and a way to try again', async () => {
    const mounted = await play('/setup-state', given, async () => {});
    expect(mounted.element.step).toBe('opening');
    expect(mounted.button('Try again').checkVisibility()).toBe(true);
    expect(thrown).toEqual([]);
  });

  it('while searching leads to a message in the list and a way to try again', async () => {
    const mounted = await play('/search-numbers', given, async () => {});
    expect(mounted.element.step).toBe('number');
    expect(mounted.all('.panel button')).toHaveLength(1);
    expect(thrown).toEqual([]);
  });

  it('while ordering never claims that nothing was charged, and lets the customer check', async () => {
    const mounted = await play('/purchase-number', given, async (each) => {
      await until(() => each.all('input[name=number]').length > 0, 'the list');
      each.button('Get number').click();
    });
    expect(mounted.element.step).toBe('order');
    expect(mounted.text()).not.toContain('not charged');
    expect(thrown).toEqual([]);
  });
});

const json =
  (body: unknown): Answer =>
  () =>
    Response.json(body);

describe('a server that leaves things out', () => {
  it.each([
    ['suggestions', { numbers: oakland, suggestions: null }],
    [
      'prices and distances',
      {
        numbers: oakland.map((each) => ({ ...each, monthlyPrice: null, distanceMiles: null, local: false })),
      },
    ],
    [
      'places',
      { numbers: oakland.map((each) => ({ ...each, locality: null, region: null, areaCode: null })) },
    ],
  ])('still gives a list: no %s', async (_what, body) => {
    const mounted = await play('/search-numbers', json(body), async () => {});
    expect(mounted.all('label.number')).toHaveLength(5);
    expect(mounted.text()).not.toMatch(/null|undefined|NaN/);
    expect(thrown).toEqual([]);
  });
});
