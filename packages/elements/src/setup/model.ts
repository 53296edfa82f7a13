import type {
  AreaCodeSuggestion,
  OfferedNumber,
  SetupPath,
  SetupState,
  TenantNumber,
} from '@numberkit/contract';
import type { Failure } from './failure.ts';

/** Where the customer is. `handoff`: the chosen path is continued by the host. `forward`: an existing line forwards. */
export type SetupStep = 'opening' | 'path' | 'handoff' | 'forward' | 'number' | 'order' | 'live';

/** How long something has been running: under 4 s, under 15 s, longer. */
export type Patience = 'fresh' | 'slow' | 'long';

/** Everything `<phone-setup>` knows. Never changed in place; answers outlive the step that asked for them. */
export interface SetupModel {
  readonly step: SetupStep;
  readonly online: boolean;
  /** Null until the server answered. */
  readonly setup: SetupState | null;
  /** What is being opened: the page, or forwarding, which is fetched when it is wanted. */
  readonly opening: { readonly patience: Patience; readonly failure: Failure | null };
  /** Forwarding is here. */
  readonly canForward: boolean;
  readonly path: SetupPath;
  readonly search: NumberSearch;
  /** Ids of the numbers the tenant had when this order began; any other is a new one. */
  readonly knownIds: readonly string[];
  /** True after "Get another number". */
  readonly another: boolean;
  readonly order: Order | null;
  readonly live: Live | null;
}

/** The search step's answers and results. */
export interface NumberSearch {
  /** A place as typed. */
  readonly query: string;
  /** The pressed suggestion, which narrows `query`. */
  readonly areaCode: string | null;
  /** Digits or a word the number should contain, as typed. */
  readonly contains: string;
  /** `asking`: there is no place to search at. `waiting`: typing may go on. */
  readonly status: 'idle' | 'asking' | 'waiting' | 'searching' | 'found' | 'failed';
  readonly patience: Patience;
  readonly numbers: readonly OfferedNumber[];
  readonly suggestions: readonly AreaCodeSuggestion[];
  /** E.164 of the chosen number. */
  readonly selected: string | null;
  readonly showsAll: boolean;
  /** True from a keystroke until an answer: what was typed may be half a word. */
  readonly typing: boolean;
  readonly failure: Failure | null;
  /** Why the list is shown again after an order came to nothing. */
  readonly notice: SearchNotice | null;
}

/** `taken`: somebody else got the number first. `declined`: it could not be bought; nothing was charged. */
export interface SearchNotice {
  readonly kind: 'taken' | 'declined';
  readonly display: string;
}

/** What the customer wants to buy; `key` makes sending it again safe. */
export interface Intent {
  readonly key: string;
  readonly phoneNumber: string;
  readonly display: string;
  readonly alternatives: readonly string[];
}

/** An order under way. */
export interface Order {
  readonly intent: Intent;
  /** `checking`: is nothing bought yet? `ordering`: sent. `confirming`: accepted, the carrier has not answered. */
  readonly stage: 'checking' | 'ordering' | 'confirming';
  readonly patience: Patience;
  /** How often it was sent again by itself. */
  readonly resends: number;
  readonly polls: number;
  /** `num_…`, once the server accepted the order. */
  readonly numberId: string | null;
  /** It was sent at least once without an answer: whether it was bought is unknown. */
  readonly doubtful: boolean;
  /** The customer chose not to wait. */
  readonly left: boolean;
  readonly failure: Failure | null;
}

/** A number that takes calls. */
export interface Live {
  readonly number: TenantNumber;
  /** The number asked for, when another was bought in its place. */
  readonly insteadOf: string | null;
}

const emptySearch: NumberSearch = {
  query: '',
  areaCode: null,
  contains: '',
  status: 'idle',
  patience: 'fresh',
  numbers: [],
  suggestions: [],
  selected: null,
  showsAll: false,
  typing: false,
  failure: null,
  notice: null,
};

/** The model before anything happened. */
export const initialModel: SetupModel = {
  step: 'opening',
  online: true,
  setup: null,
  opening: { patience: 'fresh', failure: null },
  canForward: false,
  path: 'buy',
  search: emptySearch,
  knownIds: [],
  another: false,
  order: null,
  live: null,
};
