import type { Forwarding, SetupState } from '@numberkit/contract';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { createForwardingSnapshots, isForwarding, openNext } from '../forwarding/index.ts';
import { forwardingWords } from '../forwarding-words/index.ts';
import { icon } from '../icons/index.ts';
import { StepElement } from '../steps/index.ts';
import { controls, tokens } from '../theme/index.ts';
import { forwardingNoteStyles } from './forwarding-note.styles.ts';
import { unbroken } from './unbroken.ts';

/** On the page of a live number: the lines that forward to it, or are to. Part of `<phone-setup>`. */
export class ForwardingNoteElement extends StepElement {
  static override styles = [tokens, controls, forwardingNoteStyles];
  static override properties: PropertyDeclarations = { setup: { attribute: false } };
  declare setup: SetupState;

  override render() {
    return this.setup.forwardings.map((each) => (isForwarding(each) ? this.#note(each) : nothing));
  }

  #note(forwarding: Forwarding) {
    const { existingLine, status } = forwarding;
    const words = forwardingWords(this.locale).note;
    const name = names[status] ?? 'pending';
    const manage = () => {
      openNext(
        createForwardingSnapshots(() => sessionStorage),
        this.setup.tenant.id,
        forwarding,
      );
      this.send({ type: 'forward-wanted' });
    };
    return html`<div class="note ${name}">
      ${icon(name === 'on' ? 'check' : name === 'broken' ? 'alert' : 'phone')}
      <span>${words[name](unbroken(existingLine.display))}</span>
      <button class="secondary" type="button" @click=${manage}>
        ${name === 'on' ? words.manage : words.resume}
      </button>
    </div>`;
  }
}

const names: Readonly<Record<string, 'on' | 'broken' | 'cancelling'>> = {
  verified: 'on',
  broken: 'broken',
  cancelling: 'cancelling',
};
