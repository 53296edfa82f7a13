import { html, nothing, type PropertyDeclarations } from 'lit';
import { icon } from '../../icons/index.ts';
import type { Order } from '../../setup/index.ts';
import { controls, frame, tokens } from '../../theme/index.ts';
import { grouped, hero, StepElement } from '../step/index.ts';
import { orderProgressStyles } from './order-progress.styles.ts';

const stages = ['checking', 'ordering', 'confirming'] as const;

/**
 * An order under way: the number, what is done and what is next, and after a while the way out.
 * Part of `<phone-setup>`.
 *
 * @csspart heading - What is going on.
 * @csspart number - The number being ordered.
 * @csspart stages - The stages.
 * @csspart primary - The button that leaves.
 */
export class OrderProgressElement extends StepElement {
  static override styles = [tokens, controls, frame, hero, orderProgressStyles];
  static override properties: PropertyDeclarations = { order: { attribute: false } };
  declare order: Order;

  override render() {
    const { locale, order } = this;
    const words = locale.order;
    const note = order.left ? words.left : words[noteFor[order.patience]];
    const leave = () => this.send({ type: 'leave-wanted' });
    return html`
      <div class="frame">
        <div class="main">
          <h2 part="heading" tabindex="-1">${order.left ? words.leftHeading : words.heading}</h2>
          <p class="hero" part="number"><span class="digits">${grouped(order.intent.display)}</span></p>
          <ol class="stages" part="stages">
            ${stages.map((stage, index) => this.#stage(stage, index - stages.indexOf(order.stage)))}
          </ol>
        </div>
        <div class="aside" aria-hidden="true">
          <span class="bone tile"></span><span class="bone line"></span><span class="bone line short"></span>
        </div>
        <div class="foot">
          <p class="muted">${note}</p>
          ${
            order.patience === 'long' && !order.left
              ? html`<button class="secondary" part="primary" type="button" @click=${leave}>${words.leave}</button>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  #stage(stage: (typeof stages)[number], ahead: number) {
    const words = this.locale.order;
    const state = ahead < 0 ? 'done' : ahead > 0 ? 'later' : 'now';
    return html`
      <li class=${state}>
        ${state === 'done' ? icon('check') : html`<span class="ring"></span>`}
        <span>${words[stage]}</span>
        ${state === 'later' ? nothing : html`<span class="hidden">${words[state]}</span>`}
      </li>
    `;
  }
}

const noteFor = { fresh: 'usual', slow: 'slow', long: 'long' } as const;
