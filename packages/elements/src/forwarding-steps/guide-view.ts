import type { Forwarding, ForwardingPlan } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { ForwardingInput } from '../forwarding/index.ts';
import { backButton, question, type View } from './view.ts';

/** What to do on the phone, and "I have done it". */
export function guideView(view: View, forwarding: Forwarding): TemplateResult {
  const { model, words, guideUrl, say } = view;
  const undoes = model.view === 'undo';
  const plan = planOf(forwarding, undoes, model.asks);
  const second: ForwardingInput = { type: undoes && !model.asks ? 'again-wanted' : 'ask-wanted' };
  const label = undoes ? words.guide.keep : words.guide.otherWay;
  return html`
    <div class="frame single">
      <div class="main">
        ${backButton(view)} ${question(headingOf(view, plan))}
        <p class="muted lead">${words.guide.where(forwarding.existingLine.display)} ${doubt(view, plan)}</p>
        <phone-dial-guide
          exportparts="phone, code, caption, controls, dial, transcript, qr, copy"
          .plan=${plan} .locale=${words.guide} .guideUrl=${guideUrl}></phone-dial-guide>
        <p class="info">${undoes ? words.guide.stopping : (words.guide.before[forwarding.condition] ?? words.guide.live(forwarding.number.display))}</p>
      </div>
      <div class="foot">
        ${model.asks ? html`<span></span>` : html`<button class="plain" type="button" @click=${() => say(second)}>${label}</button>`}
        <button class="primary" part="primary" type="button" @click=${() => say({ type: 'test-wanted' })}>
          ${words.guide.done}
        </button>
      </div>
    </div>
  `;
}

const plans = new WeakMap<Forwarding, ForwardingPlan>();

function planOf(forwarding: Forwarding, undoes: boolean, asks: boolean): ForwardingPlan {
  if (!asks) return undoes ? forwarding.undo : forwarding.plan;
  // The same object each time: a guide begins anew with every other plan.
  const known = plans.get(forwarding);
  if (known) return known;
  const enter = undoes ? null : forwarding.number.display;
  const steps = [{ kind: 'ask-carrier', carrierName: forwarding.carrier.name, enter }] as const;
  const plan = { ...forwarding.plan, steps };
  plans.set(forwarding, plan);
  return plan;
}

function headingOf({ model, words }: View, plan: ForwardingPlan): string {
  const kind = plan.steps[0]?.kind;
  if (kind === 'ask-carrier') return words.guide.headingAsk;
  if (kind === 'settings') return words.guide.headingSettings;
  return model.view === 'undo' ? words.guide.headingOff : words.guide.heading;
}

/** An honest word where the code may be wrong. */
function doubt({ words }: View, plan: ForwardingPlan) {
  if (plan.steps[0]?.kind !== 'dial') return nothing;
  const { confidence } = plan;
  return confidence === 'standard' || confidence === 'conflicting' ? words.guide[confidence] : nothing;
}
