import type { Callback } from '../twiml/index.ts';
import type { CallStatus } from '../world/index.ts';
import { FINAL_CALL_STATUSES } from '../world/index.ts';
import { tellHost } from './ask-host.ts';
import type { CallNetwork } from './call-network.ts';
import type { CallSubject } from './call-subject.ts';
import { rfc2822 } from './rfc2822.ts';

/**
 * Posts a call's progress to its status callback, in order and best effort.
 * Source: https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 */
export class StatusReporter {
  readonly #leg: CallSubject;
  readonly #network: CallNetwork;
  readonly #events: readonly string[];
  #callback: Callback | undefined;
  #sequence = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(
    leg: CallSubject,
    network: CallNetwork,
    callback: Callback | undefined,
    events: readonly string[],
  ) {
    this.#leg = leg;
    this.#network = network;
    this.#callback = callback;
    this.#events = events;
  }

  /** Sends later events elsewhere. */
  moveTo(callback: Callback): void {
    this.#callback = callback;
  }

  /** Sends nothing from now on. */
  silence(): void {
    this.#callback = undefined;
  }

  /** The call left the queue, which is an event but not a status of the Call resource. */
  initiated(): void {
    this.#report('initiated', 'initiated');
  }

  statusChanged(status: CallStatus): void {
    if (status === 'queued') return;
    const event = FINAL_CALL_STATUSES.includes(status)
      ? 'completed'
      : status === 'in-progress'
        ? 'answered'
        : 'ringing';
    this.#report(event, status);
  }

  #report(event: string, status: string): void {
    const callback = this.#callback;
    if (!callback || !this.#events.includes(event)) return;
    const seconds = this.#leg.call.durationSeconds;
    const params: Record<string, string> = {
      CallStatus: status,
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(this.#sequence++),
      Timestamp: rfc2822(this.#network.world.clock.now()),
      ...(seconds === null
        ? {}
        : {
            CallDuration: String(seconds),
            Duration: String(Math.ceil(seconds / 60)),
            SipResponseCode: String(this.#leg.sipCode ?? sipCode(status)),
          }),
    };
    const request = { purpose: 'status-callback' as const, callback, params };
    this.#last = this.#last.then(() => tellHost(this.#network, this.#leg, request));
    this.#leg.track(this.#last);
  }
}

function sipCode(status: string): number {
  switch (status) {
    case 'busy':
      return 486;
    case 'no-answer':
    case 'canceled':
      return 487;
    case 'failed':
      return 404;
    default:
      return 200;
  }
}
