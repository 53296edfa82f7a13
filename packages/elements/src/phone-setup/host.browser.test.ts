import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeApi, newTenant, owned, problem } from '../../test/fake-api/index.ts';
import { type Mounted, mount, until } from '../../test/mount.ts';
import { defineElements } from '../define.ts';
import * as door from '../index.ts';
import { english } from '../locale/index.ts';

const live = () => createFakeApi(newTenant({ numbers: [owned()] }));
const listReady = (mounted: Mounted) => until(() => mounted.all('input[name=number]').length > 0, 'the list');

/** Every event of the element, as a listener on the page hears them. */
function listen(): Event[] {
  const heard: Event[] = [];
  for (const type of ['activated', 'step', 'path', 'leave', 'error']) {
    document.addEventListener(`numberkit-${type}`, hear);
    stopListening.push(() => document.removeEventListener(`numberkit-${type}`, hear));
  }
  function hear(event: Event) {
    heard.push(event);
  }
  return heard;
}

const stopListening: (() => void)[] = [];
beforeEach(() => sessionStorage.clear());
afterEach(() => {
  for (const stop of stopListening.splice(0)) stop();
  document.body.removeAttribute('style');
  document.body.replaceChildren();
  document.documentElement.lang = '';
});

describe('defining', () => {
  it('twice, or where a tag is taken, changes nothing', () => {
    const before = customElements.get('phone-setup');
    expect(() => defineElements()).not.toThrow();
    expect(customElements.get('phone-setup')).toBe(before);
  });

  it('is a matter of the host: all classes can be had without a tag', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const other = frame.contentWindow?.customElements;
    expect(other?.get('phone-setup')).toBeUndefined();
    expect(door.PhoneSetupElement).toBe(customElements.get('phone-setup'));
  });

  it('upgrades an element that stood in the page before', async () => {
    document.body.innerHTML = '<phone-setup api-base="/somewhere"></phone-setup>';
    expect(document.querySelector('phone-setup')).toHaveProperty('apiBase', '/somewhere');
  });
});

describe('the properties', () => {
  it.each([
    ['api-base', 'apiBase', '/x'],
    ['session-token', 'sessionToken', 'nks_1'],
    ['agent-greeting', 'agentGreeting', 'Hello'],
    ['price-note', 'priceNote', 'included'],
    ['theme', 'theme', 'dark'],
    ['lang', 'lang', 'de'],
  ])('%s is the property %s', (attribute, property, value) => {
    const element = document.createElement('phone-setup');
    element.setAttribute(attribute, value);
    expect(element).toHaveProperty(property, value);
  });

  it('theme and lang are reflected, for styles and for screen readers; a token never is', async () => {
    const { element } = mount(createFakeApi());
    Object.assign(element, { theme: 'dark', lang: 'de', sessionToken: 'nks_secret' });
    await element.updateComplete;
    expect(element.getAttribute('theme')).toBe('dark');
    expect(element.getAttribute('lang')).toBe('de');
    expect(element.outerHTML).not.toContain('nks_secret');
  });

  it('step and number tell how far the customer is', async () => {
    const mounted = mount(createFakeApi());
    expect([mounted.element.step, mounted.element.number]).toEqual(['opening', null]);
    await listReady(mounted);
    mounted.button('Get number').click();
    await mounted.settled('live');
    expect(mounted.element.number).toMatchObject({ phoneNumber: '+15105550142', status: 'active' });
  });

  it('the language asked for last counts, though German is fetched and English is not', async () => {
    const mounted = mount(createFakeApi());
    await mounted.settled('number');
    mounted.element.lang = 'de';
    await mounted.element.updateComplete;
    mounted.element.lang = 'en';
    await until(() => mounted.text().includes('Where is your business?'), 'English');
    await import('../locale/german.ts');
    await mounted.element.updateComplete;
    expect(mounted.find('[part=card]').lang).toBe('en-US');
  });

  it('words of the host replace all built-in ones, whatever the language', async () => {
    const mounted = mount(createFakeApi(), (element) => {
      element.lang = 'de';
      element.locale = { ...english, search: { ...english.search, heading: 'Where do you bake?' } };
    });
    await until(() => mounted.text().includes('Where do you bake?'), 'the words of the host');
  });

  it('the greeting of the host goes before that of the server', async () => {
    const mounted = mount(live(), (element) => element.setAttribute('agent-greeting', 'Good morning.'));
    await until(() => mounted.text().includes('Good morning.'), 'the greeting');
    expect(mounted.text()).not.toContain('Thanks for calling');
  });

  it('another base address begins anew there', async () => {
    const mounted = mount(createFakeApi());
    await mounted.settled('number');
    const seen: string[] = [];
    mounted.element.fetch = async (input) => {
      seen.push(String(input));
      return Response.json(newTenant({ numbers: [owned()] }));
    };
    mounted.element.apiBase = '/elsewhere/';
    await mounted.settled('live');
    expect(seen).toEqual(['/elsewhere/setup-state']);
  });

  it('a new token after the end of the sign-in opens by itself', async () => {
    const api = createFakeApi();
    api.script('/setup-state', () => problem(401, 'session-expired'));
    const mounted = mount(api);
    await until(() => mounted.text().includes('Please sign in again'), 'the message');
    mounted.element.sessionToken = 'nks_2';
    await mounted.settled('number');
    expect(api.seen.at(-1)?.headers.get('authorization')).toBe('Bearer nks_2');
  });
});

describe('the events', () => {
  it('are classes that bubble, cross shadow roots and carry what they say', async () => {
    const heard = listen();
    const mounted = mount(createFakeApi());
    await listReady(mounted);
    mounted.button('Get number').click();
    await mounted.settled('live');
    expect(heard.every((each) => each.bubbles && each.composed && !each.cancelable)).toBe(true);
    expect(heard.map((each) => each.target)).toEqual(heard.map(() => mounted.element));
    const steps = heard.flatMap((each) => (each instanceof door.NumberkitStepEvent ? [each.step] : []));
    expect(steps).toEqual(['number', 'order', 'live']);
    const activated = heard.filter((each) => each instanceof door.NumberkitActivatedEvent);
    expect(activated.map((each) => each.number.id)).toEqual(['num_5105550142']);
  });

  it('tell which way the host has to carry on', async () => {
    const heard = listen();
    const mounted = mount(createFakeApi(newTenant({ paths: ['port', 'buy'] })));
    await mounted.settled('path');
    mounted.button('Continue').click();
    await mounted.settled('handoff');
    const paths = heard.flatMap((each) => (each instanceof door.NumberkitPathEvent ? [each.path] : []));
    expect(paths).toEqual(['port']);
  });

  it('tell what failed, with the code of the server', async () => {
    const heard = listen();
    const api = createFakeApi();
    api.script('/purchase-number', () => problem(403, 'limit-reached', { detail: 'Two a day.' }));
    const mounted = mount(api);
    await listReady(mounted);
    mounted.button('Get number').click();
    await until(() => heard.some((each) => each instanceof door.NumberkitErrorEvent), 'the event');
    expect(heard.find((each) => each instanceof door.NumberkitErrorEvent)).toMatchObject({
      step: 'order',
      kind: 'refused',
      code: 'limit-reached',
      detail: 'Two a day.',
    });
  });
});

describe('the slots', () => {
  it('port carries on the way of the host, and Escape leads back', async () => {
    const mounted = mount(createFakeApi(newTenant({ paths: ['buy', 'port'] })), (element) => {
      element.innerHTML = `<section slot="port">The host's own step</section>`;
    });
    await mounted.settled('path');
    expect(mounted.element.querySelector('section')?.checkVisibility()).toBe(false);
    mounted.all<HTMLInputElement>('input[name=path]')[1]?.click();
    mounted.button('Continue').click();
    await mounted.settled('handoff');
    expect(mounted.element.querySelector('section')?.checkVisibility()).toBe(true);
    const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    mounted.element.querySelector('section')?.dispatchEvent(pressed);
    await mounted.settled('path');
  });

  it('that stay empty offer a new number in place of the way', async () => {
    const mounted = mount(createFakeApi(newTenant({ paths: ['port', 'buy'] })));
    await mounted.settled('path');
    mounted.button('Continue').click();
    await mounted.settled('handoff');
    mounted.button('Get a new number').click();
    await listReady(mounted);
  });

  it('say so when there is nothing to set up, with no way back to an empty choice', async () => {
    const mounted = mount(createFakeApi(newTenant({ paths: [] })));
    await until(() => mounted.text().includes('There is nothing to set up right now'), 'the message');
    expect(mounted.all('button').map((each) => each.textContent?.trim())).toEqual(['Check again']);
  });
});

describe('the looks', () => {
  it('take accent, corners and font from the host', async () => {
    const mounted = mount(live(), (element) => {
      element.style.cssText =
        '--numberkit-color-accent: rgb(122, 60, 255); --numberkit-radius: 4px; --numberkit-font: monospace';
    });
    await mounted.settled('live');
    const button = getComputedStyle(mounted.find('.primary'));
    expect(button.backgroundColor).toBe('rgb(122, 60, 255)');
    expect(button.borderRadius).toBe('3px');
    expect(button.fontFamily).toBe('monospace');
  });

  it.each([
    ['#ffe600', 0],
    ['#000080', 1],
    ['#ff8800', 0],
    ['#b00020', 1],
  ])('put black or white text on the accent %s, whichever can be read', async (accent, expected) => {
    const mounted = mount(live(), (element) => element.style.setProperty('--numberkit-color-accent', accent));
    await mounted.settled('live');
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    if (!canvas) throw new Error('no canvas');
    canvas.fillStyle = getComputedStyle(mounted.find('.primary')).color;
    canvas.fillRect(0, 0, 1, 1);
    expect(
      [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((each) => Math.round(each / 255)),
    ).toEqual([expected, expected, expected]);
  });

  it.each([
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(22, 24, 29)'],
  ] as const)('follow the colour scheme of the page, here %s', async (scheme, surface) => {
    document.body.style.colorScheme = scheme;
    const mounted = mount(live());
    await mounted.settled('live');
    expect(getComputedStyle(mounted.find('[part=card]')).backgroundColor).toBe(surface);
  });

  it('are one column when narrow and two when there is room, by the width of the element', async () => {
    const mounted = mount(createFakeApi());
    await listReady(mounted);
    const aside = () => mounted.find('[part=aside]').checkVisibility();
    mounted.element.style.inlineSize = '480px';
    expect(aside()).toBe(false);
    mounted.element.style.inlineSize = '800px';
    expect(aside()).toBe(true);
    mounted.element.style.fontSize = '32px';
    expect(aside()).toBe(false);
  });

  it('can be reached through the parts that the documentation names', async () => {
    const style = document.createElement('style');
    style.textContent = 'phone-setup::part(price), phone-setup::part(option) { outline: 3px solid red }';
    const mounted = mount(createFakeApi());
    document.body.append(style);
    await listReady(mounted);
    for (const selector of ['[part=price]', 'label.number']) {
      expect(getComputedStyle(mounted.find(selector)).outlineWidth).toBe('3px');
    }
  });
});

describe('a page that takes the element away', () => {
  it('hears nothing more from it, and gets it back where it was', async () => {
    const api = createFakeApi();
    const mounted = mount(api);
    await listReady(mounted);
    mounted.type('#place', 'Berkeley');
    const heard = listen();
    const asked = api.seen.length;
    mounted.element.remove();
    document.dispatchEvent(new Event('online'));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(api.seen).toHaveLength(asked);
    document.body.append(mounted.element);
    await until(() => heard.length > 0, 'the step again');
    await listReady(mounted);
    expect(mounted.find<HTMLInputElement>('#place').value).toBe('Berkeley');
  });
});
