import axe from 'axe-core';
import { encode } from 'uqr';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askStep, dialStep, gsmStep, landlineStep, planOf, settingsStep } from '../../test/fake-api/index.ts';
import { until } from '../../test/mount.ts';
import { defineDialGuide } from '../define.ts';
import { germanForwarding } from '../forwarding-words/index.ts';
import type { PhoneDialGuideElement } from './phone-dial-guide.ts';

let guide: PhoneDialGuideElement;

async function show(change: Partial<PhoneDialGuideElement>): Promise<void> {
  Object.assign(guide, change);
  await guide.updateComplete;
}

const all = <Found extends Element = HTMLElement>(selector: string) =>
  Array.from(guide.renderRoot.querySelectorAll<Found>(selector));
const text = (selector: string) => all(selector)[0]?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const press = async (name: string) => {
  all<HTMLButtonElement>(`.control.${name}`)[0]?.click();
  await guide.updateComplete;
};
const lit = () => text('.key.lit b');

beforeEach(async () => {
  await defineDialGuide();
  guide = document.createElement('phone-dial-guide');
  document.body.replaceChildren(guide);
  await show({ plan: planOf([dialStep()]) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('dir');
});

describe('<phone-dial-guide>', () => {
  it.each([
    ['a code', planOf([dialStep()])],
    ['a desk phone', planOf([landlineStep])],
    ['several codes', planOf([gsmStep, dialStep()])],
    ['settings', planOf([settingsStep])],
    ['the phone company', planOf([askStep])],
  ])('is without fault for axe: %s', async (_what, plan) => {
    await show({ plan });
    const { violations } = await axe.run(guide);
    expect(violations.map((each) => each.id)).toEqual([]);
  });

  it('shows nothing without a plan, and throws at nobody', async () => {
    await show({ plan: null });
    expect(all('*:not(style)')).toEqual([]);
    await show({ plan: planOf([]) });
    expect(all('.guide')).toEqual([]);
  });

  it('can be walked key by key, forward and back', async () => {
    for (const key of ['*', '7', '1', '5']) {
      await press('forward');
      expect(lit()).toBe(key);
    }
    expect(text('.screen')).toBe('*715');
    expect(text('.caption')).toBe('Press 5');
    await press('back');
    expect(lit()).toBe('1');
    expect(text('mark').replaceAll(' ', '')).toBe('*71');
  });

  it('ends with the call button and what is heard, and goes no further', async () => {
    for (let key = 0; key < 20; key++) await press('forward');
    expect(text('.caption')).toBe('You hear two beeps. Then hang up.');
    expect(all<HTMLButtonElement>('.control.forward')[0]?.disabled).toBe(true);
    await press('back');
    expect(text('.caption')).toBe('Press the call button');
  });

  it('plays in rhythm, stops when asked, goes on, and starts over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await press('play');
    expect(lit()).toBe('*');
    await vi.advanceTimersByTimeAsync(450);
    expect(lit()).toBe('7');
    await press('pause');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(lit()).toBe('7');
    await press('play');
    expect(lit()).toBe('1');
    await vi.advanceTimersByTimeAsync(60_000);
    await guide.updateComplete;
    expect(text('.caption')).toBe('You hear two beeps. Then hang up.');
    expect(all('.control.play')).toHaveLength(1);
    await press('replay');
    expect(lit()).toBe('*');
  });

  it('stops when it leaves the page', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await press('play');
    guide.remove();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells each step to a screen reader while it is walked, and keeps quiet while it plays', async () => {
    await press('forward');
    expect(all('.caption')[0]?.getAttribute('aria-live')).toBe('polite');
    await press('play');
    expect(all('.caption')[0]?.getAttribute('aria-live')).toBe('off');
    expect(all('.phone')[0]?.getAttribute('aria-hidden')).toBe('true');
  });

  it('has all keys as text', () => {
    expect(all('details li').map((each) => each.textContent)).toEqual([
      'Press star 7 1 5 1 0 5 5 5 0 1 4 2',
      'Press the call button',
      'You hear two beeps. Then hang up.',
    ]);
  });

  it('copies the code as it is dialled, not as it is written', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    all('[part=copy]')[0]?.click();
    await until(() => text('[part=copy]') === 'Copied', 'the answer');
    expect(write).toHaveBeenCalledExactlyOnceWith('*715105550142');
  });

  it('says how to copy by hand where the page may not', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    all('[part=copy]')[0]?.click();
    await until(() => text('[part=copy]') === 'Select it to copy', 'the answer');
  });

  it('dials with one tap on a phone, never on a desk phone', async () => {
    expect(all<HTMLAnchorElement>('[part=dial]')[0]?.getAttribute('href')).toBe('tel:*715105550142');
    await show({ plan: planOf([gsmStep]) });
    expect(all<HTMLAnchorElement>('[part=dial]')[0]?.getAttribute('href')).toBe('tel:**004*15105550142%23');
    await show({ plan: planOf([landlineStep]) });
    expect(all('[part=dial]')).toEqual([]);
  });

  it('takes the code to the phone by a QR code, or the page of the host', async () => {
    const drawn = () => all('[part=qr] path')[0]?.getAttribute('d') ?? '';
    const expected = (content: string) => encode(content, { ecc: 'M', border: 0 }).data;
    await until(() => drawn() !== '', 'the QR code');
    expect(drawn().match(/M/g)).toHaveLength(expected('tel:*715105550142').flat().filter(Boolean).length);
    await show({ guideUrl: 'https://acme.test/guide' });
    await until(() => drawn() !== '', 'the QR code');
    expect(drawn().match(/M/g)).toHaveLength(
      expected('https://acme.test/guide').flat().filter(Boolean).length,
    );
  });

  it('walks through several codes in order', async () => {
    await show({ plan: planOf([gsmStep, dialStep()]) });
    expect(all('.step').map((each) => each.textContent?.trim())).toEqual(['Step 1 of 2', 'Step 2 of 2']);
    expect(text('[part=code]')).toBe('**004* 1 510 555 0142 #');
    all('.step')[1]?.click();
    await guide.updateComplete;
    expect(text('[part=code]')).toBe('*71 510 555 0142');
    expect(all('.step')[1]?.getAttribute('aria-current')).toBe('step');
  });

  it('shows the menus to open, and opens no address but of the web', async () => {
    await show({ plan: planOf([settingsStep]) });
    expect(all('.menus bdi').map((each) => each.textContent)).toEqual(settingsStep.path);
    expect(all<HTMLAnchorElement>('.menus a')[0]?.href).toBe(settingsStep.url);
    await show({ plan: planOf([{ ...settingsStep, url: 'javascript:alert(1)' }]) });
    expect(all('.menus a')).toEqual([]);
  });

  it('says what to say to the phone company', async () => {
    await show({ plan: planOf([askStep]) });
    expect(text('blockquote')).toBe('Please forward the calls to my line to (510) 555-0142.');
  });

  it('never mirrors the keypad', async () => {
    document.documentElement.dir = 'rtl';
    const places = all('.key b').map((each) => each.getBoundingClientRect().x);
    expect(places[0]).toBeLessThan(places[2] ?? 0);
    expect(getComputedStyle(all('.digits')[0] as HTMLElement).direction).toBe('ltr');
  });

  it('speaks the language of the page, of its own, or the words of the host', async () => {
    await show({ lang: 'de', plan: planOf([dialStep()]) });
    expect(text('summary')).toBe('Alle Tasten als Text');
    await show({ locale: { ...germanForwarding.guide, transcript: 'Tout en texte' } });
    expect(text('summary')).toBe('Tout en texte');
  });
});
