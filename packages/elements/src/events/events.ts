import type { SetupPath, TenantNumber } from '@numberkit/contract';
import type { ApiErrorKind } from '../api/index.ts';
import type { SetupStep } from '../setup/index.ts';

const crossing = { bubbles: true, composed: true } as const;

/** A number takes calls from now on. Sent once per number. */
export class NumberkitActivatedEvent extends Event {
  static readonly type = 'numberkit-activated';
  readonly number: TenantNumber;
  constructor(number: TenantNumber) {
    super(NumberkitActivatedEvent.type, crossing);
    this.number = number;
  }
}

/** The customer came to another step. */
export class NumberkitStepEvent extends Event {
  static readonly type = 'numberkit-step';
  readonly step: SetupStep;
  constructor(step: SetupStep) {
    super(NumberkitStepEvent.type, crossing);
    this.step = step;
  }
}

/** The customer chose a way that the host carries on: see the slots `forward` and `port`. */
export class NumberkitPathEvent extends Event {
  static readonly type = 'numberkit-path';
  readonly path: SetupPath;
  constructor(path: SetupPath) {
    super(NumberkitPathEvent.type, crossing);
    this.path = path;
  }
}

/** The customer does not want to wait for a slow order. It goes on; the host may close the page. */
export class NumberkitLeaveEvent extends Event {
  static readonly type = 'numberkit-leave';
  /** E.164 of the number being ordered. */
  readonly phoneNumber: string;
  constructor(phoneNumber: string) {
    super(NumberkitLeaveEvent.type, crossing);
    this.phoneNumber = phoneNumber;
  }
}

/** Something failed and the customer was told. For the host's own records; nothing needs doing. */
export class NumberkitErrorEvent extends Event {
  static readonly type = 'numberkit-error';
  readonly step: SetupStep;
  readonly kind: ApiErrorKind;
  /** The server's stable code, when it gave one. */
  readonly code: string | null;
  readonly detail: string | null;
  constructor(failure: {
    step: SetupStep;
    kind: ApiErrorKind;
    code: string | null;
    detail: string | null;
  }) {
    super(NumberkitErrorEvent.type, crossing);
    this.step = failure.step;
    this.kind = failure.kind;
    this.code = failure.code;
    this.detail = failure.detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'numberkit-activated': NumberkitActivatedEvent;
    'numberkit-step': NumberkitStepEvent;
    'numberkit-path': NumberkitPathEvent;
    'numberkit-leave': NumberkitLeaveEvent;
    'numberkit-error': NumberkitErrorEvent;
  }
}
