import { beforeEach, describe, expect, it } from 'vitest';
import { type MountedStep, mountStep } from '../../../test/mount-step.ts';
import type { Order } from '../../setup/index.ts';
import type { OrderProgressElement } from './order-progress.ts';
import '../../define.ts';

const order: Order = {
  intent: { key: 'k', phoneNumber: '+15105550142', display: '(510) 555-0142', alternatives: [] },
  stage: 'checking',
  patience: 'fresh',
  resends: 0,
  polls: 0,
  numberId: null,
  doubtful: false,
  left: false,
  failure: null,
};

let step: MountedStep<OrderProgressElement>;
const show = (change: Partial<Order>) => step.change({ order: { ...order, ...change } });
const stages = () => step.all('.stages li').map((each) => each.className);

beforeEach(async () => {
  step = await mountStep<OrderProgressElement>('numberkit-order-progress', { order });
});

describe('an order under way', () => {
  it.each([
    ['checking', ['now', 'later', 'later']],
    ['ordering', ['done', 'now', 'later']],
    ['confirming', ['done', 'done', 'now']],
  ] as const)('shows what is done and what is next: %s', async (stage, expected) => {
    await show({ stage });
    expect(stages()).toEqual(expected);
  });

  it('says the state of a stage in words too, not by its drawing alone', async () => {
    await show({ stage: 'ordering' });
    const spoken = step.all('.stages li').map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
    expect(spoken).toEqual([
      'Checking your account Done',
      'Ordering the number In progress',
      'Connecting it to your agent',
    ]);
  });

  it('shows the number large, in figures of one width, so that it can be selected whole', () => {
    const digits = step.find('[part=number] .digits');
    expect(digits.textContent).toBe('(510) 555-0142');
    expect(getComputedStyle(digits).fontVariantNumeric).toContain('tabular-nums');
    expect(getComputedStyle(digits).userSelect).not.toBe('none');
  });

  it('says what is usual, then why it takes long, then that nobody has to wait', async () => {
    const note = () => step.find('.foot p').textContent;
    expect(note()).toBe('This usually takes a few seconds.');
    await show({ patience: 'slow' });
    expect(note()).toContain('Nothing is wrong.');
    await show({ patience: 'long' });
    expect(note()).toContain('You do not have to wait.');
  });

  it('offers the way out only when it takes very long, and once', async () => {
    for (const patience of ['fresh', 'slow'] as const) {
      await show({ patience });
      expect(step.all('button')).toEqual([]);
    }
    await show({ patience: 'long' });
    step.button('Finish without me').click();
    expect(step.said).toEqual([{ type: 'leave-wanted' }]);
    await show({ patience: 'long', left: true });
    expect(step.all('button')).toEqual([]);
    expect(step.find('h2').textContent).toBe('We will take it from here');
  });
});
