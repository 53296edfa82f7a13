import type { SetupInput } from '../src/setup/index.ts';
import { SetupInputEvent, type StepElement } from '../src/steps/index.ts';

/** One step by itself in the page, and what it tells the flow. */
export interface MountedStep<Step extends StepElement> {
  readonly element: Step;
  readonly said: readonly SetupInput[];
  all<Found extends Element = HTMLElement>(selector: string): Found[];
  find<Found extends Element = HTMLElement>(selector: string): Found;
  button(words: string): HTMLElement;
  text(): string;
  /** Gives it other properties and waits until they are on screen. */
  change(properties: Partial<Step>): Promise<void>;
}

/** Places a step with these properties, replacing whatever is there. */
export async function mountStep<Step extends StepElement>(
  tag: string,
  properties: Partial<Step>,
): Promise<MountedStep<Step>> {
  // The caller names the tag of the class whose properties it gives.
  const element = document.createElement(tag) as Step;
  const said: SetupInput[] = [];
  element.addEventListener(SetupInputEvent.type, (event) => {
    if (event instanceof SetupInputEvent) said.push(event.input);
  });
  Object.assign(element, properties);
  document.body.replaceChildren(element);
  await element.updateComplete;
  const all = <Found extends Element>(selector: string): Found[] =>
    Array.from(element.renderRoot.querySelectorAll<Found>(selector));
  const wordsOf = (each: Element | undefined) => each?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return {
    element,
    said,
    all,
    find(selector) {
      const found = all(selector)[0];
      if (!found) throw new Error(`nothing matches ${selector}`);
      // The caller knows what its selector finds.
      return found as never;
    },
    button(words) {
      const found = all<HTMLElement>('button, a').find((each) => wordsOf(each) === words);
      if (!found) throw new Error(`no button says "${words}"`);
      return found;
    },
    text: () => wordsOf(all('.frame')[0]),
    async change(more) {
      Object.assign(element, more);
      await element.updateComplete;
    },
  };
}
