import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  createFakeApi,
  type FakeApi,
  newTenant,
  owned,
  problem,
  reset,
  silence,
} from '../../test/fake-api/index.ts';
import { type Mounted, mount, until } from '../../test/mount.ts';
import '../define.ts';

const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const polite = (mounted: Mounted) => mounted.all('[role=status]')[0]?.textContent ?? '';
const assertive = (mounted: Mounted) => mounted.all('[role=alert]')[0]?.textContent ?? '';
const searches = (api: FakeApi) => api.seen.filter((each) => each.path === '/search-numbers');

const hears = (mounted: Mounted, words: string, channel = polite) =>
  until(() => channel(mounted) === words, `"${words}" and not "${channel(mounted)}"`);

async function atList(api: FakeApi): Promise<Mounted> {
  // Tabs of one tenant take turns in ordering: no test is to wait for one that never ends.
  api.setup = { ...api.setup, tenant: { ...api.setup.tenant, id: crypto.randomUUID() } };
  const mounted = mount(api);
  await until(() => mounted.all('input[name=number]').length > 0, 'the list');
  return mounted;
}

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('a screen reader hears', () => {
  it('that numbers are searched, that it takes long, and how many there are', async () => {
    const api = createFakeApi();
    let answer: (response: Response) => void = () => {};
    api.script('/search-numbers', () => new Promise((resolve) => (answer = resolve)));
    const mounted = mount(api);
    await hears(mounted, 'Looking for numbers.');
    await later(4_000);
    await hears(mounted, 'Still looking. We only show numbers that are free this minute.');
    answer(Response.json({ numbers: [], suggestions: [] }));
    await hears(
      mounted,
      'No numbers here right now. New ones are released every day. A place nearby may have some now.',
    );
  });

  it('each stage of an order, why it takes long, and that nobody has to wait', async () => {
    const api = createFakeApi();
    api.buysAs = 'pending';
    const mounted = await atList(api);
    expect(polite(mounted)).toBe('10 numbers found.');
    mounted.button('Get number').click();
    await hears(mounted, 'Connecting it to your agent');
    await later(4_100);
    await hears(mounted, 'The phone company is taking a little longer to confirm. Nothing is wrong.');
    await later(11_000);
    expect(polite(mounted)).toContain('You do not have to wait.');
    api.change('num_5105550142', { status: 'active' });
    await later(8_000);
    await hears(mounted, 'You are live. (510) 555-0142');
    expect(assertive(mounted)).toBe('');
  });

  it.each<[string, (api: FakeApi) => void, string]>([
    [
      'a refusal',
      (api) => api.script('/purchase-number', () => problem(403, 'not-permitted')),
      'This number could not be ordered. You were not charged.',
    ],
    [
      'a number somebody else got',
      (api) =>
        api.script('/purchase-number', () =>
          problem(409, 'number-unavailable', { alternatives: ['+15105550177'] }),
        ),
      'Somebody else just got (510) 555-0142.',
    ],
    [
      'the end of the sign-in',
      (api) => api.script('/purchase-number', () => problem(401, 'unauthenticated')),
      'Please sign in again. You were not charged. You have been signed out. Your answers are kept.',
    ],
  ])('%s at once, with what it means', async (_what, prepare, words) => {
    const api = createFakeApi();
    prepare(api);
    const mounted = await atList(api);
    mounted.button('Get number').click();
    await hears(mounted, words, assertive);
  });

  it('of a lost order that it may have gone through, and never that nothing was charged', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', reset, reset, reset);
    const mounted = await atList(api);
    mounted.button('Get number').click();
    await later(0);
    await until(() => api.seen.some((each) => each.path === '/purchase-number'), 'the order');
    for (let passed = 0; passed < 8_000; passed += 500) {
      await later(500);
      expect(mounted.text()).not.toContain('not charged');
    }
    expect(assertive(mounted)).toContain('It may have gone through.');
  });

  it('the words of the panel when a place is unknown, as those who see', async () => {
    const api = createFakeApi();
    api.script('/search-numbers', () => problem(404, 'unknown-place'));
    const mounted = mount(api);
    await until(() => assertive(mounted) !== '', 'the failure');
    expect(assertive(mounted)).toBe(
      'We do not know that place. Try a city with its state, a ZIP code, or a three-digit area code.',
    );
  });

  it('that it is offline, and then how it stands again', async () => {
    const mounted = await atList(createFakeApi());
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    await hears(mounted, 'You are offline. Your answers are kept.', assertive);
    online.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await hears(mounted, '', assertive);
    online.mockRestore();
    expect(polite(mounted)).toBe('10 numbers found.');
  });
});

describe('typing', () => {
  it('searches once, 250 ms after the last key, for all that was typed', async () => {
    const api = createFakeApi();
    const mounted = await atList(api);
    const before = searches(api).length;
    for (const text of ['B', 'Be', 'Ber']) {
      mounted.type('#place', text);
      await later(249);
    }
    expect(searches(api)).toHaveLength(before);
    await later(1);
    expect(searches(api).slice(before)).toEqual([
      expect.objectContaining({ body: { query: 'Ber', limit: 10 } }),
    ]);
  });

  it('cancels the search it replaces', async () => {
    const api = createFakeApi();
    const mounted = await atList(api);
    const signals: (AbortSignal | null | undefined)[] = [];
    mounted.element.fetch = (input, init) => {
      signals.push(init?.signal);
      return api.fetch(input, init);
    };
    api.script('/search-numbers', silence);
    mounted.type('#place', 'Slow place');
    await later(250);
    expect(signals.map((each) => each?.aborted)).toEqual([false]);
    mounted.type('#place', 'Oakland');
    expect(signals[0]?.aborted).toBe(true);
    await later(250);
    await until(() => mounted.text().includes('10 numbers found.'), 'the newer answer');
  });

  it('keeps the focus and the cursor in the field while the list changes', async () => {
    const mounted = await atList(createFakeApi());
    mounted.find('#vanity').focus();
    await userEvent.keyboard('cool');
    await later(300);
    await until(() => mounted.text().includes('Spells COOL'), 'the vanity numbers');
    await userEvent.keyboard('x');
    expect(mounted.find<HTMLInputElement>('#vanity').value).toBe('coolx');
  });
});

describe('the focus', () => {
  const focused = ({ element }: Mounted) => element.shadowRoot?.activeElement?.shadowRoot?.activeElement;

  it('goes to the heading of each step, of a failure too', async () => {
    const api = createFakeApi(newTenant({ paths: ['buy', 'forward'] }));
    api.script('/purchase-number', () => problem(403, 'not-permitted'));
    const mounted = mount(api);
    await mounted.settled('path');
    const press = async (words: string, heading: string) => {
      mounted.button(words).focus();
      mounted.button(words).click();
      await until(() => focused(mounted)?.textContent?.trim() === heading, `the focus on "${heading}"`);
    };
    await press('Continue', 'Where is your business?');
    await press('Back', 'How would you like your phone number?');
    await press('Continue', 'Where is your business?');
    await until(() => mounted.all('input[name=number]').length > 0, 'the list');
    await press('Get number', 'This number could not be ordered');
    await press('Choose a number', 'Where is your business?');
    await until(() => !mounted.button('Get number').matches(':disabled'), 'the list');
    await press('Get number', 'You are live');
    await press('Get another number', 'Where is your business?');
  });

  it('stays where it is in the page when the element moves on by itself', async () => {
    const field = document.createElement('input');
    const mounted = mount(createFakeApi(newTenant({ numbers: [owned({ status: 'pending' })] })));
    document.body.append(field);
    field.focus();
    await mounted.settled('order');
    expect(document.activeElement).toBe(field);
  });

  it('is not taken by Escape where there is no way back, so that a dialog around it can close', async () => {
    const mounted = await atList(createFakeApi());
    const heard: boolean[] = [];
    document.addEventListener('keydown', (event) => heard.push(event.defaultPrevented), { once: true });
    mounted.find('#place').focus();
    await userEvent.keyboard('{Escape}');
    expect(heard).toEqual([false]);
    expect(mounted.element.step).toBe('number');
  });
});
