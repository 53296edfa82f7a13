/** A webhook that gave no usable answer. `code` is Twilio's error number. */
export class WebhookFailure extends Error {
  override readonly name = 'WebhookFailure';
  readonly code: number;
  /** Which retry policy covers it. */
  readonly phase: 'ct' | 'rt' | '4xx' | '5xx' | 'other';

  constructor(code: number, phase: WebhookFailure['phase'], message: string) {
    super(message);
    this.code = code;
    this.phase = phase;
  }
}
