import type { Forwarding, ForwardingPlan, ForwardingStep } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { ForwardingInput, GuideWay } from '../forwarding/index.ts';
import { unbroken } from './unbroken.ts';
import { backButton, question, type View } from './view.ts';

/** What to do on the phone, and "I have done it". */
export function guideView(view: View, forwarding: Forwarding): TemplateResult {
  const { model, words, guideUrl, say } = view;
  const undoes = model.view === 'undo';
  const plan = planOf(view, forwarding);
  const second: ForwardingInput = { type: undoes && model.way === 'plan' ? 'again-wanted' : 'ask-wanted' };
  const label = second.type === 'again-wanted' ? words.guide.keep : words.guide.otherWay;
  return html`
    <div class="frame single">
      <div class="main">
        ${backButton(view)} ${question(headingOf(view, plan))}
        <p class="muted lead">${placeOf(view, forwarding, plan)} ${doubt(view, plan)}</p>
        <phone-dial-guide
          exportparts="phone, code, caption, controls, dial, transcript, qr, copy"
          .plan=${plan} .locale=${words.guide} .guideUrl=${guideUrl}></phone-dial-guide>
        <p class="info">${undoes ? words.guide.stopping : (words.guide.before[forwarding.condition] ?? words.guide.live(unbroken(forwarding.number.display)))}</p>
      </div>
      <div class="foot">
        ${model.way === 'ask' ? html`<span></span>` : html`<button class="plain" type="button" @click=${() => say(second)}>${label}</button>`}
        <button class="primary" part="primary" type="button" @click=${() => say({ type: 'test-wanted' })}>
          ${words.guide.done}
        </button>
      </div>
    </div>
  `;
}

const plans = new WeakMap<Forwarding, Partial<Record<GuideWay, ForwardingPlan>>>();

/** The same object each time: a guide begins anew with every other plan. */
function planOf(view: View, forwarding: Forwarding): ForwardingPlan {
  const { way } = view.model;
  const plan = view.model.view === 'undo' ? forwarding.undo : forwarding.plan;
  if (way === 'plan') return plan;
  const known = plans.get(forwarding) ?? {};
  plans.set(forwarding, known);
  known[way] ??= { ...plan, confidence: 'reported', steps: [stepOf(view, forwarding, way)] };
  return known[way];
}

function stepOf({ model, words }: View, forwarding: Forwarding, way: 'settings' | 'ask'): ForwardingStep {
  const enter = model.view === 'undo' ? null : forwarding.number.display;
  if (way === 'ask') return { kind: 'ask-carrier', carrierName: companyOf(words, forwarding), enter };
  const { menu, menus } = words.guide;
  return { kind: 'settings', path: [...menus, menu[forwarding.condition] ?? menu.all], url: null, enter };
}

function companyOf(words: View['words'], { carrier }: Forwarding): string {
  return carrier.known ? carrier.name : words.guide.yourCompany;
}

/** Only a mobile phone has settings of its own; those of other lines are the carrier's. */
function placeOf({ words }: View, forwarding: Forwarding, plan: ForwardingPlan): string {
  if (plan.steps[0]?.kind === 'settings' && forwarding.lineKind !== 'mobile') {
    return words.guide.account(companyOf(words, forwarding));
  }
  return words.guide.where(unbroken(forwarding.existingLine.display));
}

function headingOf({ model, words }: View, plan: ForwardingPlan): string {
  const kind = plan.steps[0]?.kind;
  if (kind === 'ask-carrier') return words.guide.headingAsk;
  if (kind === 'settings') return words.guide.headingSettings;
  return model.view === 'undo' ? words.guide.headingOff : words.guide.heading;
}

/** An honest word where the code may be wrong. */
function doubt({ model, words }: View, plan: ForwardingPlan) {
  if (model.way === 'settings') return words.guide.menusVary;
  if (plan.steps[0]?.kind !== 'dial') return nothing;
  const { confidence } = plan;
  return confidence === 'standard' || confidence === 'conflicting' ? words.guide[confidence] : nothing;
}
