import type { Callback } from '../twiml/index.ts';
import type { WebhookPurpose } from './call-event.ts';

/** Where the next document comes from. */
export type TwimlSource =
  | {
      readonly kind: 'fetch';
      readonly purpose: WebhookPurpose;
      readonly callback: Callback;
      /** Sent beside the parameters of every request. */
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'document'; readonly xml: string };
