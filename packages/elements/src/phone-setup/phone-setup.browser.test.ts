import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createFakeApi, type FakeApi, newTenant, owned, problem, reset } from '../../test/fake-api/index.ts';
import { type Mounted, mount, until } from '../../test/mount.ts';
import '../define.ts';

const threePaths = () => newTenant({ paths: ['buy', 'forward', 'port'] });

async function violationsOf({ element }: Mounted): Promise<string[]> {
  await Promise.all(element.getAnimations({ subtree: true }).map((each) => each.finished.catch(() => {})));
  const { violations } = await axe.run(element);
  return violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.failureSummary}`));
}

const purchases = (api: FakeApi) => api.seen.filter((each) => each.path === '/purchase-number');

async function results(mounted: Mounted): Promise<void> {
  await until(() => mounted.all('input[name=number]').length > 0, 'a list of numbers');
}

beforeEach(() => sessionStorage.clear());
afterEach(() => document.body.replaceChildren());

describe('<phone-setup>', () => {
  it('needs at most three clicks from opening to a live number', async () => {
    const api = createFakeApi(threePaths());
    const mounted = mount(api);
    let clicks = 0;
    const click = (words: string) => {
      clicks += 1;
      mounted.button(words).click();
    };
    await mounted.settled('path');
    click('Continue');
    await results(mounted);
    click('Get number');
    await mounted.settled('live');
    expect(clicks).toBeLessThanOrEqual(3);
    expect(mounted.element.number?.phoneNumber).toBe('+15105550142');
    expect(purchases(api)).toHaveLength(1);
  });

  it('skips the choice when there is only one way', async () => {
    const mounted = mount(createFakeApi());
    await mounted.settled('number');
    expect(mounted.all('[name=path]')).toHaveLength(0);
  });

  it('shows the price before the button that buys can be pressed', async () => {
    const mounted = mount(createFakeApi());
    await mounted.settled('number');
    await results(mounted);
    expect(mounted.find('[part=price]').textContent).toContain('$1.15 a month');
    expect(mounted.button('Get number')).toHaveProperty('disabled', false);
  });

  it('sends the chosen number, the next five and a key', async () => {
    const api = createFakeApi();
    const mounted = mount(api);
    await results(mounted);
    mounted.button('Get number').click();
    await mounted.settled('live');
    expect(purchases(api)[0]?.body).toMatchObject({ phoneNumber: '+15105550142' });
    expect(purchases(api)[0]?.body).toHaveProperty('alternatives.length', 5);
    expect(purchases(api)[0]?.headers.get('Idempotency-Key')).toMatch(/^setup-[0-9a-f]{32}$/);
  });

  it('orders once when the button is pressed twice', async () => {
    const api = createFakeApi();
    const mounted = mount(api);
    await results(mounted);
    const button = mounted.button('Get number');
    button.click();
    button.click();
    await mounted.settled('live');
    expect(purchases(api)).toHaveLength(1);
  });

  it('orders once when two tabs confirm at the same time', async () => {
    const api = createFakeApi();
    const one = mount(api);
    await results(one);
    const two = mount(api);
    document.body.append(one.element);
    await results(two);
    await results(one);
    one.button('Get number').click();
    two.button('Get number').click();
    await one.settled('live');
    await two.settled('live');
    expect(purchases(api)).toHaveLength(1);
    expect(two.element.number?.id).toBe(one.element.number?.id);
  });

  it('tells the page once, with the number, through every shadow root', async () => {
    const heard: string[] = [];
    const listen = (event: HTMLElementEventMap['numberkit-activated']) =>
      heard.push(event.number.phoneNumber);
    document.body.addEventListener('numberkit-activated', listen);
    const mounted = mount(createFakeApi());
    await results(mounted);
    mounted.button('Get number').click();
    await mounted.settled('live');
    document.body.removeEventListener('numberkit-activated', listen);
    expect(heard).toEqual(['+15105550142']);
  });

  it('comes back to the same answers after a reload', async () => {
    const api = createFakeApi();
    const before = mount(api);
    await results(before);
    before.type('#vanity', 'cool');
    await until(() => before.text().includes('Spells COOL'), 'the vanity numbers');
    const after = mount(api);
    await until(() => after.text().includes('Spells COOL'), 'the vanity numbers again');
    expect(after.find<HTMLInputElement>('#vanity').value).toBe('cool');
  });

  it('goes on waiting for a pending number after a reload, without ordering again', async () => {
    const api = createFakeApi();
    api.buysAs = 'pending';
    const before = mount(api);
    await results(before);
    before.button('Get number').click();
    await until(() => api.setup.numbers.length === 1, 'the order');
    const after = mount(api);
    await after.settled('order');
    api.change('num_5105550142', { status: 'active' });
    await after.settled('live');
    expect(purchases(api)).toHaveLength(1);
  });

  it('opens on the live number of a tenant who has one, and offers another', async () => {
    const mounted = mount(createFakeApi(newTenant({ numbers: [owned()] })));
    await mounted.settled('live');
    expect(mounted.text()).toContain('(510) 555-0142');
    mounted.button('Get another number').click();
    await mounted.settled('number');
    mounted.button('Back').click();
    await mounted.settled('live');
  });

  it('chooses the next number, in kind words, when somebody was faster', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', () =>
      problem(409, 'number-unavailable', { alternatives: ['+15105550177'] }),
    );
    const mounted = mount(api);
    await results(mounted);
    mounted.button('Get number').click();
    await until(() => mounted.text().includes('Somebody else just got (510) 555-0142.'), 'the notice');
    expect(mounted.find<HTMLInputElement>('input[name=number]:checked').value).toBe('+15105550177');
  });

  it('says so when another number was bought in place of the chosen one', async () => {
    const api = createFakeApi();
    const number = owned({ phoneNumber: '+15105550177', substituted: true });
    api.script('/purchase-number', () => new Response(JSON.stringify({ number }), { status: 201 }));
    const mounted = mount(api);
    await results(mounted);
    mounted.button('Get number').click();
    await mounted.settled('live');
    expect(mounted.text()).toContain('(510) 555-0142 was taken a moment earlier');
  });

  it('says that nothing was charged when an order is refused, in our words and not the server’s', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', () => problem(403, 'limit-reached', { detail: 'numbersPerTenant is 2' }));
    const mounted = mount(api);
    await results(mounted);
    mounted.button('Get number').click();
    await until(() => mounted.text().includes('You were not charged.'), 'the refusal');
    expect(mounted.text()).toContain('You cannot get another number today');
    expect(mounted.text()).not.toContain('numbersPerTenant');
    mounted.button('Back to the numbers').click();
    await mounted.settled('number');
  });

  it('takes another key for the next order after a refusal', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', () => problem(403, 'not-permitted'));
    const mounted = mount(api);
    await results(mounted);
    mounted.button('Get number').click();
    await until(() => mounted.text().includes('You were not charged.'), 'the refusal');
    mounted.button('Choose a number').click();
    await results(mounted);
    mounted.button('Get number').click();
    await mounted.settled('live');
    const keys = purchases(api).map((each) => each.headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(2);
  });

  it('offers to try again when the server cannot be reached', async () => {
    const api = createFakeApi();
    api.script('/setup-state', reset, reset, reset);
    const mounted = mount(api);
    await until(() => mounted.text().includes('We could not connect'), 'the panel', 4_000);
    mounted.button('Try again').click();
    await mounted.settled('number');
  });

  it('speaks German where the page does', async () => {
    const mounted = mount(createFakeApi(), (element) => element.setAttribute('lang', 'de-AT'));
    await until(() => mounted.text().includes('Wo befindet sich Ihr Unternehmen?'), 'German');
  });

  it('sends the session token to the base address', async () => {
    const seen: Request[] = [];
    mount(createFakeApi(), (element) => {
      element.setAttribute('session-token', 'nks_1');
      element.setAttribute('api-base', '/numbers/');
      element.fetch = async (input, init) => {
        seen.push(new Request(new URL(String(input), location.href), init));
        return new Response('{}', { status: 401 });
      };
    });
    await until(() => seen.length > 0, 'a request');
    expect(new URL(seen[0]?.url ?? '').pathname).toBe('/numbers/setup-state');
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer nks_1');
  });

  it('draws the QR code of the number', async () => {
    const mounted = mount(createFakeApi(newTenant({ numbers: [owned()] })));
    await until(() => mounted.all('[part=qr] path').length === 1, 'the QR code');
    expect(mounted.find('[part=qr]').getAttribute('aria-label')).toBe('QR code that calls (510) 555-0142');
    expect(mounted.button('Call it now').getAttribute('href')).toBe('tel:+15105550142');
    mounted.element.callUrl = 'http://localhost:4010/?to=';
    await mounted.element.updateComplete;
    await until(
      () => mounted.button('Call it now').getAttribute('href') === 'http://localhost:4010/?to=%2B15105550142',
      'the address of the phone page',
    );
  });

  it('shows what the host puts into its slots', async () => {
    const mounted = mount(createFakeApi(newTenant({ numbers: [owned()] })), (element) => {
      element.innerHTML = '<p slot="next">Change your greeting</p>';
    });
    await mounted.settled('live');
    await until(() => mounted.element.querySelector('p')?.checkVisibility() === true, 'the slotted words');
  });
});

describe('the keyboard', () => {
  it('does the whole of it: arrows choose, Enter continues, Escape goes back', async () => {
    const mounted = mount(createFakeApi(threePaths()));
    await mounted.settled('path');
    mounted.find<HTMLInputElement>('input[name=path]').focus();
    await userEvent.keyboard('{Enter}');
    await mounted.settled('number');
    await results(mounted);
    await userEvent.keyboard('{Escape}');
    await mounted.settled('path');
    mounted.find<HTMLInputElement>('input[name=path]').focus();
    await userEvent.keyboard('{Enter}');
    await results(mounted);
    mounted.find<HTMLInputElement>('input[name=number]:checked').focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await mounted.settled('live');
    expect(mounted.element.number?.phoneNumber).toBe('+15105550177');
  });

  it('searches on Enter in a field and buys nothing', async () => {
    const api = createFakeApi();
    const mounted = mount(api);
    await results(mounted);
    mounted.find('#place').focus();
    await userEvent.keyboard('{Enter}');
    await until(() => api.seen.filter((each) => each.path === '/search-numbers').length === 2, 'a search');
    expect(purchases(api)).toHaveLength(0);
  });

  it('brings the focus to the heading of each new step', async () => {
    const mounted = mount(createFakeApi(threePaths()));
    await mounted.settled('path');
    expect(document.activeElement).toBe(document.body);
    mounted.button('Continue').focus();
    mounted.button('Continue').click();
    await mounted.settled('number');
    const heading = () => mounted.element.shadowRoot?.activeElement?.shadowRoot?.activeElement?.textContent;
    await until(() => heading() === 'Where is your business?', 'the focus on the heading');
  });
});

describe('axe finds nothing', () => {
  it('in the choice of ways', async () => {
    const mounted = mount(createFakeApi(threePaths()));
    await mounted.settled('path');
    expect(await violationsOf(mounted)).toEqual([]);
  });

  it('while numbers are searched', async () => {
    const api = createFakeApi();
    api.script('/search-numbers', () => new Promise(() => {}));
    const mounted = mount(api);
    await mounted.settled('number');
    expect(await violationsOf(mounted)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('in the list of numbers, %s', async (theme) => {
    const mounted = mount(createFakeApi(), (element) => {
      element.theme = theme;
    });
    await results(mounted);
    expect(await violationsOf(mounted)).toEqual([]);
  });

  it('during an order', async () => {
    const api = createFakeApi();
    api.buysAs = 'pending';
    const mounted = mount(api);
    await results(mounted);
    mounted.button('Get number').click();
    await mounted.settled('order');
    expect(await violationsOf(mounted)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('on the live number, %s', async (theme) => {
    const mounted = mount(createFakeApi(newTenant({ numbers: [owned()] })), (element) => {
      element.theme = theme;
    });
    await until(() => mounted.all('[part=qr]').length === 1, 'the QR code');
    expect(await violationsOf(mounted)).toEqual([]);
  });

  it('in an error', async () => {
    const api = createFakeApi();
    api.script('/setup-state', () => problem(401, 'unauthenticated'));
    const mounted = mount(api);
    await until(() => mounted.text().includes('Please sign in again'), 'the panel');
    expect(await violationsOf(mounted)).toEqual([]);
  });
});
