import type {
  ForwardingBreak,
  ForwardingCondition,
  ForwardingRemedy,
  ForwardingTestOutcome,
  LineKind,
} from '@numberkit/contract';
import type { GuideWords } from './guide-words.ts';

/** What happened and what it means. */
export interface OutcomeWords {
  readonly heading: string;
  readonly body: string;
}

/** A panel as those of `Locale`: what happened, what it means, the one next thing to do. */
export interface ForwardingPanel extends OutcomeWords {
  readonly action: string;
}

/** What to do after a test, and the button that begins it. */
export interface RemedyWords {
  readonly advice: string;
  readonly action: string;
}

/** A choice with a word about what it means. */
export interface ChoiceWords {
  readonly title: string;
  readonly detail: string;
}

type FailedOutcome = Exclude<ForwardingTestOutcome, 'verified' | 'off'>;

/** Every visible or spoken string of forwarding. Write one, as `forwarding` of a `Locale`, to add a language. */
export interface ForwardingLocale {
  readonly line: {
    readonly heading: string;
    readonly label: string;
    readonly example: string;
    readonly note: string;
    readonly checking: string;
    readonly slow: string;
    readonly problems: Readonly<
      Record<'empty' | 'short' | 'unknown' | 'not-allowed' | 'ours' | 'too-often' | 'unreachable', string>
    >;
  };
  readonly carrier: {
    readonly heading: string;
    readonly find: string;
    readonly findExample: string;
    readonly suggested: string;
    readonly more: string;
    readonly none: string;
    readonly found: (count: number) => string;
    readonly unsure: ChoiceWords;
    readonly kind: string;
    readonly kinds: Readonly<Record<LineKind, string>>;
    readonly yourNumber: string;
    readonly where: string;
  };
  readonly when: Readonly<Record<ForwardingCondition, ChoiceWords>> & {
    readonly heading: string;
    readonly recommended: string;
    readonly note: string;
    readonly aside: string;
    readonly undo: string;
  };
  readonly starting: { readonly heading: string; readonly usual: string; readonly slow: string };
  readonly guide: GuideWords & {
    readonly heading: string;
    readonly headingSettings: string;
    readonly headingAsk: string;
    readonly headingOff: string;
    readonly done: string;
    readonly otherWay: string;
    readonly keep: string;
    readonly account: (company: string) => string;
    readonly where: (display: string) => string;
    readonly live: (display: string) => string;
    readonly conflicting: string;
    readonly standard: string;
    readonly before: Readonly<Partial<Record<ForwardingCondition, string>>>;
    readonly stopping: string;
    readonly yourCompany: string;
    /** The menus of an ordinary mobile phone; the last is named after the condition. */
    readonly menus: readonly string[];
    readonly menu: Readonly<Record<ForwardingCondition, string>>;
    readonly menusVary: string;
  };
  readonly test: {
    readonly heading: string;
    readonly headingOff: string;
    readonly asking: string;
    readonly queued: string;
    readonly calling: string;
    readonly ringing: string;
    readonly 'came-back': string;
    readonly verified: string;
    readonly stays: string;
    readonly off: string;
    readonly done: string;
    readonly now: string;
    readonly todo: string;
    readonly during: Readonly<Record<ForwardingCondition, string>>;
    readonly almost: string;
    readonly duringOff: string;
    readonly duringOffAll: string;
    readonly usual: string;
    readonly slow: string;
    readonly long: string;
    readonly left: (seconds: number) => string;
  };
  readonly outcome: Readonly<Record<FailedOutcome, OutcomeWords>> & { readonly unproved: string };
  /** `unblock`: where a test call was refused, and so only the phone company helps, or who blocks calls. */
  readonly remedy: Readonly<Record<ForwardingRemedy | 'unblock', RemedyWords>>;
  readonly second: { readonly guide: string; readonly test: string; readonly ask: string };
  readonly on: {
    readonly heading: string;
    readonly means: Readonly<Record<ForwardingCondition, string>>;
    readonly number: string;
    readonly next: string;
    readonly steps: readonly [string, string, string];
    readonly undo: string;
    readonly undoCode: (shown: string) => string;
    readonly undoOther: string;
    readonly stop: string;
    readonly done: string;
    readonly port: string;
  };
  readonly broken: {
    readonly heading: string;
    readonly causes: Readonly<Record<ForwardingBreak, string>>;
    readonly means: string;
    readonly action: string;
    readonly second: string;
    readonly since: (date: string) => string;
  };
  readonly off: {
    readonly heading: string;
    readonly body: (display: string) => string;
    readonly kept: (display: string) => string;
    readonly done: string;
    readonly again: string;
  };
  readonly note: {
    readonly on: (display: string) => string;
    readonly pending: (display: string) => string;
    readonly broken: (display: string) => string;
    readonly cancelling: (display: string) => string;
    readonly manage: string;
    readonly resume: string;
  };
  readonly failure: {
    readonly start: ForwardingPanel;
    readonly noNumber: ForwardingPanel;
    readonly cancel: ForwardingPanel;
    readonly verify: ForwardingPanel;
    readonly tooSoon: ForwardingPanel;
    readonly tooMany: ForwardingPanel;
    readonly beingTested: ForwardingPanel;
    readonly follow: ForwardingPanel;
  };
}
