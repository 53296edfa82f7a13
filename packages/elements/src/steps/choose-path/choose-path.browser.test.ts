import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type MountedStep, mountStep } from '../../../test/mount-step.ts';
import type { ChoosePathElement } from './choose-path.ts';
import '../../define.ts';

let step: MountedStep<ChoosePathElement>;

beforeEach(async () => {
  step = await mountStep<ChoosePathElement>('numberkit-choose-path', {
    paths: ['buy', 'forward', 'port'],
    selected: 'buy',
  });
});

describe('the choice of ways', () => {
  it('shows only the ways that are open, in the order of the server', async () => {
    await step.change({ paths: ['port', 'buy'] });
    const titles = step.all('.title').map((each) => each.textContent);
    expect(titles).toEqual(['Move my number here', 'Get a new number']);
  });

  it('recommends a new number, and nothing else', () => {
    const options = step.all('.option').map((each) => each.textContent?.includes('Recommended'));
    expect(options).toEqual([true, false, false]);
  });

  it('is a group of radio buttons named by the question', () => {
    const group = step.find('[role=radiogroup]');
    const question = step.find(`#${group.getAttribute('aria-labelledby')}`);
    expect(question.textContent).toBe('How would you like your phone number?');
    expect(step.all<HTMLInputElement>('input').map((each) => each.checked)).toEqual([true, false, false]);
  });

  it('is walked with the arrows and continued with Enter', async () => {
    step.find('input:checked').focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    expect(step.said).toEqual([
      { type: 'path-selected', path: 'forward' },
      { type: 'path-selected', path: 'port' },
      { type: 'path-selected', path: 'buy' },
      { type: 'path-confirmed' },
    ]);
  });

  it('tells at its side what the chosen way means', async () => {
    expect(step.find('[part=aside]').textContent).toContain('recognize as local');
    await step.change({ selected: 'forward' });
    expect(step.find('[part=aside]').textContent).toContain('You dial one short code');
    expect(step.all<HTMLInputElement>('input').map((each) => each.checked)).toEqual([false, true, false]);
  });

  it('keeps what it says to itself: the event does not leave the element it stands in', () => {
    const heard: Event[] = [];
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(step.element);
    document.body.append(host);
    document.addEventListener('numberkit-input', (event) => heard.push(event), { once: true });
    step.button('Continue').click();
    expect(step.said).toHaveLength(1);
    expect(heard).toEqual([]);
  });
});
