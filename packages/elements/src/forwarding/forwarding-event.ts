import type { Forwarding } from '@numberkit/contract';

/**
 * A forwarding came to another state. `started`: a number is assigned and takes calls. `verified`: a test call came
 * back to us. `off`: a test call showed that it is off.
 */
export class NumberkitForwardingEvent extends Event {
  static readonly type = 'numberkit-forwarding';
  readonly change: 'started' | 'verified' | 'broken' | 'off';
  readonly forwarding: Forwarding;
  constructor(change: 'started' | 'verified' | 'broken' | 'off', forwarding: Forwarding) {
    super(NumberkitForwardingEvent.type, { bubbles: true, composed: true });
    this.change = change;
    this.forwarding = forwarding;
  }
}

declare global {
  interface HTMLElementEventMap {
    'numberkit-forwarding': NumberkitForwardingEvent;
  }
}
