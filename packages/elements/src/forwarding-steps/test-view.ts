import type { Forwarding, ForwardingTest } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/index.ts';
import { heroNumber, type View } from './view.ts';

const onStages = ['calling', 'ringing', 'came-back', 'verified'] as const;
const offStages = ['calling', 'ringing', 'stays', 'off'] as const;

/** A test call while it goes on: what we do, and what the customer does meanwhile. */
export function testView(view: View, forwarding: Forwarding): TemplateResult {
  const { model, words, locale, say } = view;
  const { test, work } = model;
  const off = purposeOf(view, forwarding) === 'off';
  const stages = off ? offStages : onStages;
  const at = stageIndex(test);
  const long = work?.patience === 'long';
  return html`
    <div class="frame heroic test">
      <div class="main">
        <h2 part="heading" tabindex="-1">${off ? words.test.headingOff : words.test.heading}</h2>
        ${heroNumber(forwarding.existingLine.display)}
        <ol class="stages" part="stages">
          ${stages.map((stage, index) => stageRow(view, stageName(stage, index, test, view), index - at))}
        </ol>
      </div>
      <div class="aside kept" part="aside">
        <h3>${words.test.todo}</h3>
        <p class="todo">${todo(view, forwarding, off)}</p>
      </div>
      <div class="foot">
        <p class="muted">${note(view)}</p>
        ${long ? html`<button class="secondary" type="button" @click=${() => say({ type: 'back-wanted' })}>${locale.back}</button>` : nothing}
      </div>
    </div>
  `;
}

function purposeOf({ model }: View, forwarding: Forwarding) {
  return model.test?.purpose ?? (forwarding.status === 'cancelling' ? 'off' : 'on');
}

function stageIndex(test: ForwardingTest | null): number {
  if (test?.stage === 'ringing') return 1;
  return test?.stage === 'came-back' ? 2 : 0;
}

function stageName(stage: string, index: number, test: ForwardingTest | null, { words }: View): string {
  if (index === 0 && !test) return words.test.asking;
  if (index === 0 && test?.stage === 'queued') return words.test.queued;
  return words.test[stage as (typeof onStages)[number]];
}

function stageRow({ words }: View, name: string, ahead: number) {
  const state = ahead < 0 ? 'done' : ahead > 0 ? 'later' : 'now';
  return html`<li class=${state}>
    ${state === 'done' ? icon('check') : html`<span class="ring"></span>`}
    <span>${name}</span>
    ${state === 'later' ? nothing : html`<span class="hidden">${words.test[state]}</span>`}
  </li>`;
}

function todo({ model, words }: View, forwarding: Forwarding, off: boolean): string {
  if (model.test?.stage === 'came-back') return words.test.almost;
  const condition = model.test?.condition ?? forwarding.condition;
  if (off) return condition === 'all' ? words.test.duringOffAll : words.test.duringOff;
  return words.test.during[condition] ?? words.test.during.unanswered;
}

function note({ model, words }: View): string {
  const { work } = model;
  if (!work || work.patience === 'fresh') return words.test.usual;
  return words.test[work.patience];
}
