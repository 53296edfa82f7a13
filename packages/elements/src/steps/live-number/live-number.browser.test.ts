import { encode } from 'uqr';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { owned } from '../../../test/fake-api/index.ts';
import { until } from '../../../test/mount.ts';
import { type MountedStep, mountStep } from '../../../test/mount-step.ts';
import type { LiveNumberElement } from './live-number.ts';
import '../../define.ts';

let step: MountedStep<LiveNumberElement>;

beforeEach(async () => {
  step = await mountStep<LiveNumberElement>('numberkit-live-number', {
    live: { number: owned(), insteadOf: null },
    greeting: 'Thanks for calling Acme.',
    callUrl: 'tel:+15105550142',
    canGetAnother: true,
  });
});
afterEach(() => vi.restoreAllMocks());

const qrDrawn = () => until(() => step.all('[part=qr] path').length === 1, 'the QR code');

describe('a live number', () => {
  it('can be called from where it is shown', () => {
    expect(step.button('Call it now').getAttribute('href')).toBe('tel:+15105550142');
  });

  it('is copied as people write it, and the button says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    step.button('Copy number').click();
    await until(() => step.find('[part=copy]').textContent?.includes('Copied') ?? false, 'the answer');
    expect(write).toHaveBeenCalledExactlyOnceWith('(510) 555-0142');
    expect(step.find('[part=copy] [aria-live]').ariaLive).toBe('polite');
  });

  it('tells how to copy it by hand where the page may not', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    step.button('Copy number').click();
    await until(() => step.text().includes('Select the number to copy it'), 'the answer');
  });

  it('does not change the width of its buttons when it was copied', async () => {
    const width = () => step.find('[part=copy]').offsetWidth;
    const before = width();
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    step.button('Copy number').click();
    await until(() => step.text().includes('Copied'), 'the answer');
    expect(width()).toBeGreaterThan(0);
    expect(width()).toBeLessThanOrEqual(before);
  });

  it('has a QR code that calls it, with a name, dark on light whatever the theme', async () => {
    await qrDrawn();
    const code = step.find('[part=qr]');
    expect([code.role, code.ariaLabel]).toEqual(['img', 'QR code that calls (510) 555-0142']);
    const { data, size } = encode('tel:+15105550142', { ecc: 'M', border: 0 });
    const dark = data.flatMap((row, y) => row.flatMap((each, x) => (each ? [`M${x} ${y}h1v1h-1z`] : [])));
    expect(step.find('[part=qr] path').getAttribute('d')).toBe(dark.join(''));
    expect(step.find('[part=qr] svg').getAttribute('viewBox')).toBe(`0 0 ${size} ${size}`);
    step.element.style.colorScheme = 'dark';
    expect(getComputedStyle(code).backgroundColor).toBe('rgb(255, 255, 255)');
  });

  it('keeps the place of the QR code free until it is drawn', async () => {
    const fresh = await mountStep<LiveNumberElement>('numberkit-live-number', {
      live: { number: owned({ phoneNumber: '+15105550177' }), insteadOf: null },
      callUrl: 'tel:+15105550177',
      greeting: null,
      canGetAnother: true,
    });
    const place = () => fresh.find('.tile').getBoundingClientRect().toJSON();
    const before = place();
    await until(() => fresh.all('[part=qr] path').length === 1, 'the QR code');
    expect(place()).toEqual(before);
  });

  it('draws another code when it shows another number', async () => {
    await qrDrawn();
    const before = step.find('[part=qr] path').getAttribute('d');
    const live = { number: owned({ phoneNumber: '+15105550177' }), insteadOf: null };
    await step.change({ live, callUrl: 'tel:+15105550177' });
    await qrDrawn();
    expect(step.find('[part=qr] path').getAttribute('d')).not.toBe(before);
  });

  it('says what the agent will say, if anybody told', async () => {
    expect(step.find('blockquote').textContent).toBe('Thanks for calling Acme.');
    await step.change({ greeting: null });
    expect(step.all('figure')).toEqual([]);
  });

  it('says why it is another one than the chosen', async () => {
    await step.change({ live: { number: owned(), insteadOf: '(510) 555-0100' } });
    expect(step.text()).toContain('(510) 555-0100 was taken a moment earlier, so you got this one.');
  });

  it('offers another only where numbers can be bought', async () => {
    step.button('Get another number').click();
    expect(step.said).toEqual([{ type: 'another-wanted' }]);
    await step.change({ canGetAnother: false });
    expect(() => step.button('Get another number')).toThrow();
  });

  it('offers to forward an old number only where that is open', async () => {
    expect(() => step.button('Forward my old number here')).toThrow();
    await step.change({ canForward: true });
    step.button('Forward my old number here').click();
    expect(step.said).toEqual([{ type: 'forward-wanted' }]);
  });
});
