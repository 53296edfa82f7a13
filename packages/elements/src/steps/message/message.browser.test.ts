import { beforeEach, describe, expect, it } from 'vitest';
import { type MountedStep, mountStep } from '../../../test/mount-step.ts';
import { english } from '../../locale/index.ts';
import type { MessageElement } from './message.ts';
import '../../define.ts';

let step: MountedStep<MessageElement>;

beforeEach(async () => {
  step = await mountStep<MessageElement>('numberkit-message', {
    words: english.failure.orderRefused,
    drawing: 'alert',
    next: { type: 'retry-wanted' },
    canGoBack: true,
  });
});

describe('a message', () => {
  it('says what happened and what it means', () => {
    expect(step.find('h2').textContent).toBe('This number could not be ordered');
    expect(step.text()).toContain('You were not charged.');
  });

  it('has one thing to do, and Back where there is a way back', async () => {
    step.button('Choose a number').click();
    step.button('Back').click();
    expect(step.said).toEqual([{ type: 'retry-wanted' }, { type: 'back-wanted' }]);
    await step.change({ canGoBack: false });
    expect(step.all('button').map((each) => each.textContent?.trim())).toEqual(['Choose a number']);
  });

  it('takes the focus on its heading, which is not a tab stop', async () => {
    await step.element.focusHeading();
    expect(step.element.shadowRoot?.activeElement).toBe(step.find('h2'));
    expect(step.find('h2').tabIndex).toBe(-1);
  });
});
