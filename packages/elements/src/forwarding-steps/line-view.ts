import { html, nothing, type TemplateResult } from 'lit';
import { formatAsTyped } from '../forwarding/index.ts';
import { icon } from '../icons/index.ts';
import { backButton, onSubmit, question, type View } from './view.ts';

/** The customer's own number. */
export function lineView(view: View): TemplateResult {
  const { model, words, locale, say } = view;
  const { line, work } = model;
  const problem = line.problem ? words.line.problems[line.problem] : '';
  const note =
    work && work.patience !== 'fresh' ? words.line.slow : work ? words.line.checking : words.line.note;
  return html`
    <form class="frame" novalidate @submit=${onSubmit(say, { type: 'line-confirmed' })}>
      <div class="main">
        ${backButton(view)} ${question(words.line.heading)}
        <div class="place">
          <label class="label muted" for="line">${words.line.label}</label>
          <span class="field ${problem ? 'wrong' : ''}">
            ${icon('phone')}
            <input id="line" part="input" type="tel" inputmode="tel" autocomplete="tel" dir="ltr"
              enterkeyhint="next" maxlength="40" placeholder=${words.line.example} .value=${line.text}
              aria-invalid=${problem ? 'true' : nothing} aria-describedby="line-note"
              @input=${type(say)} @change=${() => say({ type: 'line-left' })} />
          </span>
          <p id="line-note" class="note ${problem ? 'wrong' : 'muted'}">${problem || note}</p>
        </div>
      </div>
      ${howItWorks(view)}
      <div class="foot">
        <button class="primary" part="primary" ?disabled=${line.wanted}>${locale.continue}</button>
      </div>
    </form>
  `;
}

function howItWorks({ locale }: View) {
  return html`<aside class="aside extra" part="aside">
    <h3>${locale.path.how}</h3>
    <ol class="how">${locale.path.forward.steps.map((each) => html`<li><span>${each}</span></li>`)}</ol>
  </aside>`;
}

/** Groups what is typed, and leaves the caret between the same digits. */
function type(say: View['say']) {
  return (event: Event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    const deletes = event instanceof InputEvent && event.inputType.startsWith('delete');
    if (!deletes) {
      const { text, caret } = formatAsTyped(field.value, field.selectionStart ?? field.value.length);
      if (text !== field.value) {
        field.value = text;
        field.setSelectionRange(caret, caret);
      }
    }
    say({ type: 'line-typed', text: field.value });
  };
}
