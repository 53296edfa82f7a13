import type { PhoneSetupElement } from '../src/phone-setup/index.ts';
import type { SetupStep } from '../src/setup/index.ts';
import type { FakeApi } from './fake-api/index.ts';

/** A `<phone-setup>` in the page, and the ways a person or a screen reader would use it. */
export interface Mounted {
  readonly element: PhoneSetupElement;
  /** Everything in every shadow root that matches. */
  all<Found extends Element = HTMLElement>(selector: string): Found[];
  /** The first match; throws when there is none. */
  find<Found extends Element = HTMLElement>(selector: string): Found;
  /** The button or link with these words. */
  button(words: string): HTMLElement;
  /** All text on screen. */
  text(): string;
  settled(step: SetupStep): Promise<void>;
  type(selector: string, text: string): void;
}

/** Places a `<phone-setup>` that talks to `api`, replacing any other. */
export function mount(api: FakeApi, prepare: (element: PhoneSetupElement) => void = () => {}): Mounted {
  const element = document.createElement('phone-setup');
  element.fetch = api.fetch;
  prepare(element);
  document.body.replaceChildren(element);
  return drive(element);
}

function drive(element: PhoneSetupElement): Mounted {
  const rootsIn = (own: ShadowRoot | null): ShadowRoot[] =>
    own ? [own, ...Array.from(own.querySelectorAll('*')).flatMap((each) => rootsIn(each.shadowRoot))] : [];
  const roots = () => rootsIn(element.shadowRoot);
  const all = <Found extends Element>(selector: string): Found[] =>
    roots().flatMap((root) => Array.from(root.querySelectorAll<Found>(selector)));
  const find = <Found extends Element>(selector: string): Found => {
    const found = all<Found>(selector)[0];
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  };
  return {
    element,
    all,
    find,
    button(words) {
      const found = all<HTMLElement>('button, a').find((each) => each.textContent?.trim() === words);
      if (!found)
        throw new Error(`no button says "${words}"; there is: ${all('button, a').map(said).join(', ')}`);
      return found;
    },
    text: () =>
      all('[part="card"], .frame, .guide, .note')
        .map((each) => each.textContent)
        .join(' ')
        .replace(/\s+/g, ' '),
    async settled(step) {
      await until(() => element.step === step, `step ${step}`);
      await element.updateComplete;
      await Promise.all(Array.from(element.shadowRoot?.querySelectorAll('.stage > *') ?? [], updated));
    },
    type(selector, text) {
      const field = find<HTMLInputElement>(selector);
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
  };
}

const updated = (element: Element) => ('updateComplete' in element ? element.updateComplete : undefined);
const said = (element: Element) => element.textContent?.trim();

// Taken before a test can replace it: waiting goes on while the time of the page stands still.
const setRealTimeout = globalThis.setTimeout;

/** Waits until something is so, and says what was missing when it never is. */
export async function until(isSo: () => boolean, what: string, milliseconds = 3_000): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`still waiting for ${what}`);
    await new Promise((resolve) => setRealTimeout(resolve, 10));
  }
}
