import { PhoneSetupElement } from './phone-setup/index.ts';
import {
  ChoosePathElement,
  LiveNumberElement,
  MessageElement,
  OrderProgressElement,
  PickNumberElement,
} from './steps/index.ts';

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'numberkit-choose-path': ChoosePathElement,
  'numberkit-pick-number': PickNumberElement,
  'numberkit-order-progress': OrderProgressElement,
  'numberkit-live-number': LiveNumberElement,
  'numberkit-message': MessageElement,
  'phone-setup': PhoneSetupElement,
};

/**
 * Defines `<phone-setup>` and its parts. Importing `@numberkit/elements/define` has done it already; calling it
 * again, or loading the package twice, changes nothing.
 */
export function defineElements(registry: CustomElementRegistry = customElements): void {
  for (const [tag, element] of Object.entries(elements)) {
    if (!registry.get(tag)) registry.define(tag, element);
  }
}

/**
 * Defines `<phone-dial-guide>`, for pages that show one by itself; it is fetched first. Importing
 * `@numberkit/elements/define` has begun it where the page holds one by then, and `<phone-setup>` does it when it
 * shows one.
 */
export async function defineDialGuide(registry: CustomElementRegistry = customElements): Promise<void> {
  const { PhoneDialGuideElement } = await import('./forwarding-steps/index.ts');
  if (!registry.get('phone-dial-guide')) registry.define('phone-dial-guide', PhoneDialGuideElement);
}

// On a server there is nothing to define; importing this module there does no harm.
if (globalThis.customElements) {
  defineElements();
  if (globalThis.document?.querySelector('phone-dial-guide')) defineDialGuide();
}
