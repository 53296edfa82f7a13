import type { SetupPath } from '@numberkit/contract';
import type { ForwardingLocale } from '../forwarding-words/index.ts';

/** The words of one way to a number. */
export interface PathWords {
  readonly title: string;
  readonly detail: string;
  /** What will happen, in three short sentences. */
  readonly steps: readonly [string, string, string];
}

/** A panel that says what happened, what it means, and the one next thing to do. */
export interface PanelWords {
  readonly heading: string;
  readonly body: string;
  readonly action: string;
}

/** Every visible or spoken string of the elements. Write one to add a language. */
export interface Locale {
  /** BCP 47; also formats prices and distances. */
  readonly tag: string;
  readonly back: string;
  readonly continue: string;
  readonly notCharged: string;
  readonly opening: { readonly label: string; readonly slow: string };
  readonly path: Readonly<Record<SetupPath, PathWords>> & {
    readonly heading: string;
    readonly recommended: string;
    readonly how: string;
  };
  readonly handoff: PanelWords & { readonly nothing: PanelWords };
  readonly search: {
    readonly heading: string;
    readonly place: string;
    readonly placeExample: string;
    readonly areaCodes: string;
    readonly local: string;
    readonly ready: string;
    readonly list: string;
    readonly memorable: string;
    readonly spells: (spelled: string) => string;
    readonly more: string;
    readonly vanity: string;
    readonly vanityExample: string;
    readonly searching: string;
    readonly slow: string;
    readonly found: (count: number) => string;
    readonly taken: (display: string) => string;
    readonly declined: (display: string) => string;
    readonly nextChosen: string;
    readonly empty: PanelWords;
    readonly lookIn: (areaCode: string) => string;
    readonly emptyPattern: PanelWords;
    readonly unknownPlace: PanelWords;
    readonly askPlace: PanelWords;
  };
  readonly confirm: {
    readonly yourNumber: string;
    readonly aMonth: (price: string) => string;
    readonly priceUnknown: string;
    readonly substitute: string;
    readonly get: string;
    readonly localTo: (place: string) => string;
    readonly voice: string;
    readonly voiceAndText: string;
    readonly atOnce: string;
  };
  readonly order: {
    readonly heading: string;
    readonly checking: string;
    readonly ordering: string;
    readonly confirming: string;
    readonly done: string;
    readonly now: string;
    readonly usual: string;
    readonly slow: string;
    readonly long: string;
    readonly leave: string;
    readonly leftHeading: string;
    readonly left: string;
  };
  readonly live: {
    readonly heading: string;
    readonly instead: (display: string) => string;
    readonly callNow: string;
    readonly copy: string;
    readonly copied: string;
    readonly copyFailed: string;
    readonly scan: string;
    readonly qr: (display: string) => string;
    readonly call: string;
    readonly greeting: string;
    readonly next: string;
    readonly nextSteps: readonly [string, string, string];
    readonly another: string;
    readonly forward: string;
  };
  readonly failure: {
    readonly unreachable: PanelWords;
    readonly offline: PanelWords;
    readonly timeout: PanelWords;
    readonly unauthorized: PanelWords;
    readonly failed: PanelWords;
    readonly searchFailed: PanelWords;
    readonly limitReached: PanelWords;
    readonly orderRefused: PanelWords;
    readonly orderNotSent: PanelWords;
    readonly orderUnknown: PanelWords;
    readonly offlineBar: string;
  };
  /** The words of forwarding; absent: ours, in German where `tag` is German and else in English. */
  readonly forwarding?: ForwardingLocale;
}
