import type { SetupInput } from '../../setup/index.ts';

/** From a step to its `<phone-setup>`: what the customer did. Stays inside the element. */
export class SetupInputEvent extends Event {
  static readonly type = 'numberkit-input';
  readonly input: SetupInput;

  constructor(input: SetupInput) {
    super(SetupInputEvent.type, { bubbles: true });
    this.input = input;
  }
}
