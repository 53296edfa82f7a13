import { PhoneDialGuideElement } from '../dial-guide/index.ts';
import { ForwardingElement } from './forwarding.ts';
import { ForwardingNoteElement } from './forwarding-note.ts';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'phone-dial-guide': PhoneDialGuideElement,
  'numberkit-forwarding': ForwardingElement,
  'numberkit-forwarding-note': ForwardingNoteElement,
};

/** Defines what forwarding is made of; tags that exist already are left alone. */
export function defineForwarding(registry: CustomElementRegistry = customElements): void {
  for (const [tag, element] of Object.entries(elements)) {
    if (!registry.get(tag)) registry.define(tag, element);
  }
}
