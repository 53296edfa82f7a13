import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { aroundOakland, cool, oakland, offered } from '../../../test/fake-api/index.ts';
import { type MountedStep, mountStep } from '../../../test/mount-step.ts';
import { initialModel, type NumberSearch } from '../../setup/index.ts';
import type { PickNumberElement } from './pick-number.ts';
import '../../define.ts';

const found: NumberSearch = {
  ...initialModel.search,
  status: 'found',
  query: 'Oakland, CA',
  numbers: oakland,
  suggestions: aroundOakland,
  selected: oakland[0]?.phoneNumber ?? null,
};

let step: MountedStep<PickNumberElement>;
const show = (change: Partial<NumberSearch> = {}) => step.change({ search: { ...found, ...change } });
const rows = () => step.all('label.number').map((each) => each.textContent?.replace(/\s+/g, ' ').trim());

beforeEach(async () => {
  step = await mountStep<PickNumberElement>('numberkit-pick-number', {
    search: found,
    canGoBack: true,
    priceNote: '',
    createKey: () => 'a-key',
  });
});

describe('the list of numbers', () => {
  it('is one group of radio buttons with a name, and one tab stop', async () => {
    const group = step.find('[role=radiogroup]');
    expect(group.ariaLabel).toBe('Choose your number');
    step.all<HTMLInputElement>('input[name=number]')[0]?.focus();
    await userEvent.keyboard('{Tab}');
    expect(step.element.shadowRoot?.activeElement?.getAttribute('name')).not.toBe('number');
  });

  it('is walked with the arrows, round at the ends', async () => {
    step.find('input[name=number]:checked').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
    const chosen = step.said.flatMap((each) => (each.type === 'number-selected' ? [each.phoneNumber] : []));
    expect(chosen).toEqual([oakland[1], oakland[0], oakland[4]].map((each) => each?.phoneNumber));
  });

  it('is confirmed with Enter from any of its rows, with a fresh key', async () => {
    step.find('input[name=number]:checked').focus();
    await userEvent.keyboard('{Enter}');
    expect(step.said).toEqual([{ type: 'number-confirmed', key: 'a-key' }]);
  });

  it('can be chosen from anywhere on a row', async () => {
    step.all('label.number')[2]?.click();
    expect(step.said).toEqual([{ type: 'number-selected', phoneNumber: oakland[2]?.phoneNumber }]);
  });

  it('says of each number where it is and what is special about it, one thing only', async () => {
    await show({
      numbers: [
        offered('555-0001'),
        offered('555-0002', { memorability: 70 }),
        offered('555-0003', { local: false, distanceMiles: 8, locality: 'San Francisco' }),
        offered('555-0004', { local: false, distanceMiles: null, locality: null }),
        offered('555-0005', { ready: true, memorability: 90 }),
      ],
    });
    expect(rows()).toEqual([
      '(510) 555-0001 Oakland, CA Local',
      '(510) 555-0002 Oakland, CA Memorable',
      '(510) 555-0003 San Francisco, CA 8 mi',
      '(510) 555-0004 CA',
      '(510) 555-0005 Oakland, CA Ready now',
    ]);
  });

  it('marks the digits that spell the word, wherever they stand', async () => {
    await show({ numbers: cool, selected: cool[0]?.phoneNumber ?? null });
    expect(step.all('mark').map((each) => each.textContent)).toEqual(['2665', '266-5', '26-65']);
    expect(rows().filter((each) => each?.includes('Spells COOL'))).toHaveLength(3);
    expect(step.find('.chosen .big').textContent).toBe('(510) 555-COOL');
  });

  it('shows five and offers the rest', async () => {
    expect(rows()).toHaveLength(5);
    step.button('Show more numbers').click();
    expect(step.said).toEqual([{ type: 'more-wanted' }]);
    await show({ showsAll: true });
    expect(rows()).toHaveLength(10);
    expect(() => step.button('Show more numbers')).toThrow();
  });
});

describe('the button that buys', () => {
  it.each(['idle', 'waiting', 'searching', 'failed', 'asking'] as const)(
    'is off, and no price is shown, while the list is "%s"',
    async (status) => {
      await show({ status });
      expect(step.button('Get number')).toHaveProperty('disabled', true);
      expect(step.find('[part=price]').textContent).not.toContain('$');
    },
  );

  it('stands beside the price of the chosen number, whatever it costs', async () => {
    const numbers = [
      offered('555-0001', { monthlyPrice: { amountMicros: 2_500_000, currency: 'USD' } }),
      offered('555-0002', { monthlyPrice: null }),
    ];
    await show({ numbers, selected: '+15105550001' });
    expect(step.find('[part=price] b').textContent).toBe('$2.50 a month');
    await show({ numbers, selected: '+15105550002' });
    expect(step.find('[part=price] b').textContent).toBe('Billed with your plan');
  });

  it('carries what the host says about the price', async () => {
    await step.change({ priceNote: 'included in your plan' });
    expect(step.find('[part=price]').textContent).toContain('$1.15 a month, included in your plan');
  });

  it('does nothing when it is off and Enter is pressed in a field', async () => {
    await show({ status: 'searching' });
    step.find('#place').focus();
    await userEvent.keyboard('{Enter}');
    expect(step.said).toEqual([{ type: 'search-submitted' }]);
  });
});

describe('the fields', () => {
  it('tell each change of the place and of the word, and have labels', async () => {
    await userEvent.fill(step.find('#place'), '94607');
    await userEvent.fill(step.find('#vanity'), 'cool');
    expect(step.said).toEqual([
      { type: 'query-typed', query: '94607' },
      { type: 'contains-typed', contains: 'cool' },
    ]);
    const labels = step.all<HTMLInputElement>('[part=input]').map((each) => each.labels?.[0]?.textContent);
    expect(labels).toEqual(['City, ZIP code or area code', 'More like']);
  });

  it('take any formatting of a pasted number', async () => {
    await userEvent.fill(step.find('#place'), '+1 (510) 555-01');
    expect(step.said.at(-1)).toEqual({ type: 'query-typed', query: '+1 (510) 555-01' });
  });

  it('offer three area codes as toggles, with how far they are', async () => {
    const chips = step.all('[part=chip]').map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
    expect(chips).toEqual(['(510) Local', '(341) Local', '(415) 8 mi']);
    await show({ areaCode: '415' });
    const pressed = step.all('[part=chip]').map((each) => each.ariaPressed);
    expect(pressed).toEqual(['false', 'false', 'true']);
    step.all('[part=chip]')[2]?.click();
    expect(step.said).toEqual([{ type: 'area-code-toggled', areaCode: '415' }]);
  });
});

describe('in place of a list', () => {
  const failure = { kind: 'refused', code: null, field: null, detail: null } as const;

  it.each<[string, Partial<NumberSearch>, string, string, unknown]>([
    [
      'nothing here',
      { numbers: [], suggestions: [] },
      'No numbers here right now',
      'Look again',
      { type: 'search-submitted' },
    ],
    [
      'nothing here, but nearby',
      { numbers: [] },
      'No numbers here right now',
      'Look in (510)',
      { type: 'area-code-toggled', areaCode: '510' },
    ],
    [
      'nothing like that',
      { numbers: [], contains: 'zzz' },
      'No number matches that',
      'Show all numbers',
      { type: 'contains-typed', contains: '' },
    ],
    [
      'no place known',
      { status: 'asking' },
      'Numbers near you will show here',
      'Show numbers from anywhere',
      { type: 'search-submitted' },
    ],
    [
      'an unknown place',
      { status: 'failed', failure: { ...failure, code: 'unknown-place' } },
      'We do not know that place',
      'Use my business location',
      { type: 'query-typed', query: '' },
    ],
    [
      'a place nobody understands',
      { status: 'failed', failure: { ...failure, field: 'query' } },
      'We do not know that place',
      'Use my business location',
      { type: 'query-typed', query: '' },
    ],
    [
      'a word nobody can dial',
      { status: 'failed', failure: { ...failure, field: 'contains' } },
      'No number matches that',
      'Show all numbers',
      { type: 'contains-typed', contains: '' },
    ],
    [
      'no connection',
      { status: 'failed', failure: { ...failure, kind: 'unreachable' } },
      'We could not connect',
      'Try again',
      { type: 'retry-wanted' },
    ],
    [
      'no answer',
      { status: 'failed', failure: { ...failure, kind: 'timeout' } },
      'That took too long',
      'Try again',
      { type: 'retry-wanted' },
    ],
    [
      'the end of the sign-in',
      { status: 'failed', failure: { ...failure, kind: 'unauthorized' } },
      'Please sign in again',
      'Try again',
      { type: 'retry-wanted' },
    ],
    [
      'a broken server',
      { status: 'failed', failure: { ...failure, kind: 'failed' } },
      'We could not look for numbers',
      'Try again',
      { type: 'retry-wanted' },
    ],
  ])('stands what happened and one thing to do: %s', async (_what, change, heading, action, input) => {
    await show(change);
    expect(step.find('.panel h3').textContent).toBe(heading);
    expect(step.all('.panel button')).toHaveLength(1);
    step.button(action).click();
    expect(step.said).toEqual([input]);
  });

  it.each([
    [
      { kind: 'taken', display: '(510) 555-0142' },
      'Somebody else just got (510) 555-0142. We picked the next one for you.',
    ],
    [
      { kind: 'declined', display: '(510) 555-0142' },
      '(510) 555-0142 could not be ordered. You were not charged. We picked the next one for you.',
    ],
  ] as const)(
    'a lost number is told above the list, with what was chosen instead: %#',
    async (notice, words) => {
      await show({ notice });
      expect(step.find('.notice').textContent).toBe(words);
    },
  );
});

describe('nothing jumps', () => {
  it.each(['320px', '480px', '960px'])('between looking and the results, at %s', async (width) => {
    Object.assign(step.element.style, { display: 'block', inlineSize: width });
    await show({ status: 'searching', numbers: [], selected: null, suggestions: [] });
    const places = () =>
      ['#place', '.chips', '#numbers', '#vanity', '.foot'].map((each) =>
        Math.round(step.find(each).getBoundingClientRect().top),
      );
    const before = places();
    await show();
    expect(places()).toEqual(before);
    await show({ status: 'waiting' });
    expect(places()).toEqual(before);
  });

  it('while it takes long', async () => {
    await show({ status: 'searching' });
    const before = step.find('.foot').getBoundingClientRect().top;
    await show({ status: 'searching', patience: 'slow' });
    expect(step.text()).toContain('Still looking.');
    expect(step.find('.foot').getBoundingClientRect().top).toBe(before);
  });
});
