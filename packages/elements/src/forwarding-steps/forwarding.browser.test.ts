import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  checkedLine,
  createFakeApi,
  type FakeApi,
  forwardingOf,
  json,
  newTenant,
  owned,
  problem,
  reset,
  testOf,
} from '../../test/fake-api/index.ts';
import { type Mounted, mount, until } from '../../test/mount.ts';
import { NumberkitActivatedEvent, NumberkitForwardingEvent, NumberkitPathEvent } from '../index.ts';
import '../define.ts';

const paths = ['buy', 'forward', 'port'] as const;
const heard: Event[] = [];
const note = (event: Event) => heard.push(event);
const names = ['numberkit-forwarding', 'numberkit-activated', 'numberkit-path'];

beforeEach(() => {
  sessionStorage.clear();
  heard.length = 0;
  for (const name of names) document.addEventListener(name, note);
});
afterEach(() => {
  for (const name of names) document.removeEventListener(name, note);
  document.body.replaceChildren();
});

const heading = ({ all }: Mounted) => all('h2').at(-1)?.textContent?.trim() ?? '';
const shows = (mounted: Mounted, text: string) => until(() => heading(mounted) === text, `"${text}"`);
const press = async (mounted: Mounted, words: string) => {
  await until(() => mounted.all('button').some((each) => each.textContent?.trim() === words), words);
  mounted.button(words).click();
};
const requests = (api: FakeApi, path: string) => api.seen.filter((each) => each.path === path);
const changes = () =>
  heard.flatMap((each) => (each instanceof NumberkitForwardingEvent ? [each.change] : []));

async function openLine(api = createFakeApi(newTenant({ paths }))): Promise<Mounted> {
  const mounted = mount(api);
  await mounted.settled('path');
  mounted.all<HTMLInputElement>('input[name=path]')[1]?.click();
  mounted.button('Continue').click();
  await until(() => mounted.all('#line').length === 1, 'the field');
  return mounted;
}

async function openCarriers(api?: FakeApi): Promise<Mounted> {
  const mounted = await openLine(api);
  mounted.type('#line', '5105550199');
  mounted.button('Continue').click();
  await until(() => mounted.all('#carrier').length === 1, 'the carriers');
  return mounted;
}

async function openGuide(api?: FakeApi): Promise<Mounted> {
  const mounted = await openCarriers(api);
  mounted.all<HTMLInputElement>('input[value=us-t-mobile], input[value=us-cox]')[0]?.click();
  await press(mounted, 'Continue');
  await shows(mounted, 'When should calls come to your agent?');
  await press(mounted, 'Continue');
  await shows(mounted, 'Dial this on your phone');
  return mounted;
}

const begun = (change: Parameters<typeof forwardingOf>[0] = {}) =>
  createFakeApi(newTenant({ paths, numbers: [owned()], forwardings: [forwardingOf(change)] }));

describe('forwarding an existing line', () => {
  it('goes from the number to the proof, and back to off', async () => {
    const api = createFakeApi(newTenant({ paths }));
    const mounted = await openGuide(api);
    expect(heard.filter((each) => each instanceof NumberkitActivatedEvent)).toHaveLength(1);
    await press(mounted, 'I have done it');
    await shows(mounted, 'Forwarding works');
    await press(mounted, 'Stop forwarding');
    await shows(mounted, 'Dial this to turn it off');
    api.tests.outcome = 'off';
    await press(mounted, 'I have done it');
    await shows(mounted, 'Forwarding is off');
    expect(changes()).toEqual(['started', 'verified', 'off']);
    expect(requests(api, '/verify-forwarding').map((each) => each.body)).toEqual([
      { forwardingId: 'fwd_1', purpose: 'on' },
      { forwardingId: 'fwd_1', purpose: 'off' },
    ]);
    await press(mounted, 'Show my number');
    await mounted.settled('live');
  });

  it('groups the number while it is typed, and takes any way of writing it', async () => {
    const mounted = await openLine();
    const field = mounted.find<HTMLInputElement>('#line');
    field.focus();
    await userEvent.keyboard('15105550199');
    expect(field.value).toBe('(510) 555-0199');
    field.value = '+44 20 7946 0018';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(field.value).toBe('+44 20 7946 0018');
  });

  it('says what is wrong with the number on leaving the field, not while typing', async () => {
    const mounted = await openLine();
    const field = mounted.find<HTMLInputElement>('#line');
    field.focus();
    await userEvent.keyboard('51055');
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await userEvent.tab();
    await until(() => mounted.text().includes('That looks too short'), 'the word');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    field.focus();
    await userEvent.keyboard('5');
    await until(() => field.getAttribute('aria-invalid') === null, 'the error to go');
  });

  it('shows the word of the server under the field', async () => {
    const api = createFakeApi(newTenant({ paths }));
    api.script('/check-line', () => problem(422, 'line-not-allowed'));
    const mounted = await openLine(api);
    mounted.type('#line', '9005550199');
    mounted.button('Continue').click();
    await until(() => mounted.text().includes('cannot be forwarded'), 'the word');
    expect(mounted.all('#carrier')).toHaveLength(0);
  });

  it('asks the server once about one number, however it is continued', async () => {
    const api = createFakeApi(newTenant({ paths }));
    const mounted = await openLine(api);
    const field = mounted.find<HTMLInputElement>('#line');
    field.focus();
    await userEvent.keyboard('5105550199{Enter}');
    await until(() => mounted.all('#carrier').length === 1, 'the carriers');
    expect(requests(api, '/check-line')).toHaveLength(1);
  });

  it('leaves its button in place under the finger that presses it', async () => {
    document.body.style.inlineSize = '360px';
    const mounted = await openLine();
    mounted.find('#line').focus();
    await userEvent.keyboard('5105550199');
    await userEvent.click(mounted.button('Continue'));
    await until(() => mounted.all('#carrier').length === 1, 'the carriers');
    document.body.removeAttribute('style');
  });

  it('finds a carrier by a part of its name, and chooses what a look-up suggests', async () => {
    const api = createFakeApi(newTenant({ paths }));
    api.script('/check-line', () =>
      json(checkedLine({ suggestion: { carrierId: 'us-verizon', lineKind: 'landline' } })),
    );
    const mounted = await openCarriers(api);
    const chosen = () => mounted.all<HTMLInputElement>('input[type=radio]:checked').map((each) => each.value);
    expect(chosen()).toEqual(['us-verizon', 'landline']);
    mounted.type('#carrier', 't mob');
    await until(() => mounted.all('bdi').length === 2, 'two names');
    expect(mounted.all('bdi').map((each) => each.textContent)).toEqual(['Metro by T-Mobile', 'T-Mobile']);
  });

  it('goes back through every answer without losing one', async () => {
    const mounted = await openGuide();
    for (const question of ['When should calls come to your agent?', 'Who is your phone company?']) {
      await press(mounted, 'Back');
      await shows(mounted, question);
    }
    expect(mounted.find<HTMLInputElement>('input[type=radio]:checked').value).toBe('us-cox');
    await press(mounted, 'Back');
    await shows(mounted, 'Which number do your customers call today?');
    expect(mounted.find<HTMLInputElement>('#line').value).toBe('(510) 555-0199');
    await press(mounted, 'Back');
    await mounted.settled('path');
  });

  it('follows Enter and Escape, with the focus on each new heading', async () => {
    const mounted = await openLine();
    mounted.find('#line').focus();
    await userEvent.keyboard('5105550199{Enter}');
    const focused = () => mounted.all(':focus').at(-1)?.textContent?.trim();
    await until(() => focused() === 'Who is your phone company?', 'the focus');
    await userEvent.keyboard('{Escape}');
    await until(() => focused() === 'Which number do your customers call today?', 'the focus');
    await userEvent.keyboard('{Escape}');
    await mounted.settled('path');
  });

  it('comes back to the same step after a reload', async () => {
    const api = createFakeApi(newTenant({ paths }));
    await openCarriers(api);
    const again = mount(api);
    await until(() => again.all('#carrier').length === 1, 'the carriers');
    await press(again, 'Continue');
    await shows(again, 'When should calls come to your agent?');
    await shows(mountAgain(api), 'When should calls come to your agent?');
  });

  it('asks for the next way of the same carrier when that is the remedy', async () => {
    const api = begun();
    Object.assign(api.tests, { outcome: 'not-forwarded', remedy: 'next-code' });
    const mounted = mount(api);
    await press(mounted, 'I have done it');
    await press(mounted, 'Show the next way');
    await until(() => mounted.text().includes('**004*'), 'the next code');
    expect(requests(api, '/setup-forwarding')[0]?.body).toMatchObject({
      carrierId: 'us-verizon',
      alternative: 1,
    });
  });

  it('opens with a forwarding that has stopped, and leads to the code again', async () => {
    const broken = { at: '2026-11-25T09:00:00.000Z', cause: 'turned-off' } as const;
    const mounted = mount(begun({ status: 'broken', broken }));
    await shows(mounted, 'Forwarding has stopped');
    await press(mounted, 'Turn it on again');
    await shows(mounted, 'Dial this on your phone');
    await press(mounted, 'Back');
    await shows(mounted, 'Forwarding has stopped');
  });

  it('shows a verified forwarding with the live number, and manages it from there', async () => {
    const mounted = mount(begun({ status: 'verified' }));
    await mounted.settled('live');
    await press(mounted, 'Manage');
    await shows(mounted, 'Forwarding works');
  });

  it('hands over to the host when the number is to move here instead', async () => {
    const mounted = mount(begun({ status: 'verified' }));
    await press(mounted, 'Manage');
    await press(mounted, 'Move my number here instead');
    await mounted.settled('handoff');
    expect(heard.some((each) => each instanceof NumberkitPathEvent && each.path === 'port')).toBe(true);
  });
});

const mountAgain = (api: FakeApi) => mount(api);

describe('a test call', () => {
  it('is followed by events where they stream', async () => {
    const api = begun();
    const mounted = mount(api);
    await press(mounted, 'I have done it');
    await shows(mounted, 'Forwarding works');
    expect(requests(api, '/verify-forwarding')).toHaveLength(1);
    expect(requests(api, '/verify-forwarding-events')).toHaveLength(1);
  });

  it.each([
    ['there is no stream', () => problem(404, 'not-found')],
    ['the connection breaks', reset],
    [
      'something else answers',
      () => new Response('<h1>Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['the stream ends at once', () => new Response('', { headers: { 'content-type': 'text/event-stream' } })],
    [
      'the stream says nonsense',
      () =>
        new Response('event: test\ndata: {"a":\n\n', { headers: { 'content-type': 'text/event-stream' } }),
    ],
  ])('is asked for when %s', async (_what, answer) => {
    const api = begun();
    api.script('/verify-forwarding-events', answer);
    const mounted = mount(api);
    await press(mounted, 'I have done it');
    await until(() => heading(mounted) === 'Forwarding works', 'the proof', 12_000);
    expect(
      requests(api, '/verify-forwarding').filter((each) => each.method === 'GET').length,
    ).toBeGreaterThan(0);
  });

  it('that is under way is on screen again after a reload', async () => {
    const api = begun({ test: testOf({ stage: 'ringing' }) });
    api.tests.stopsAt = 'ringing';
    const mounted = mount(api);
    await shows(mounted, 'Test call');
    expect(mounted.find('.stages .now').textContent).toContain('Your phone rings');
    expect(mounted.text()).toContain('Let your phone ring, and do not pick up.');
  });

  it('whose result was on screen shows it again after a reload', async () => {
    const api = begun();
    Object.assign(api.tests, { outcome: 'voicemail-answered', remedy: 'turn-off-voicemail' });
    await press(mount(api), 'I have done it');
    await until(() => api.setup.forwardings[0]?.test?.outcome === 'voicemail-answered', 'the result');
    await shows(mount(api), 'Voicemail took the call');
  });
});
