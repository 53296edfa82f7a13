import type {
  CheckLineResponse,
  Forwarding,
  ForwardingCondition,
  LineKind,
  VerifyForwardingResponse,
} from '@numberkit/contract';
import type { ApiError } from '../api/index.ts';
import type { ForwardingTimer } from './effect.ts';
import type { ForwardingSnapshot } from './snapshot.ts';

/** Everything that can happen to a forwarding: the customer, the server, time, the network. */
export type ForwardingInput =
  | {
      readonly type: 'start';
      readonly forwarding: Forwarding | null;
      readonly snapshot: ForwardingSnapshot | null;
      readonly online: boolean;
    }
  | { readonly type: 'line-typed'; readonly text: string }
  | { readonly type: 'line-left' }
  | { readonly type: 'line-confirmed' }
  | { readonly type: 'line-checked'; readonly text: string; readonly response: CheckLineResponse }
  | { readonly type: 'filter-typed'; readonly filter: string }
  | { readonly type: 'more-wanted' }
  | { readonly type: 'carrier-selected'; readonly id: string }
  | { readonly type: 'kind-selected'; readonly kind: LineKind }
  | { readonly type: 'carrier-confirmed' }
  | { readonly type: 'condition-selected'; readonly condition: ForwardingCondition }
  | { readonly type: 'condition-confirmed' }
  /** An answer of the server to `start`, `cancel` or `refresh`. */
  | {
      readonly type: 'answered';
      readonly forwarding: Forwarding;
      readonly to: 'start' | 'cancel' | 'refresh';
    }
  | { readonly type: 'test-answered'; readonly response: VerifyForwardingResponse }
  /** `text`: the line it was about, when a line was checked. */
  | {
      readonly type: 'failed';
      readonly during: 'check' | 'start' | 'cancel' | 'verify' | 'follow';
      readonly error: ApiError;
      readonly text?: string;
      /** After how many seconds the server would not refuse it any more. */
      readonly waitSeconds?: number | null;
    }
  /** "I have done it", and every "Test again". */
  | { readonly type: 'test-wanted' }
  | { readonly type: 'remedy-wanted' }
  | { readonly type: 'guide-wanted' }
  | { readonly type: 'ask-wanted' }
  | { readonly type: 'stop-wanted' }
  /** Forward again: after "off", or instead of going on to turn it off. */
  | { readonly type: 'again-wanted' }
  | { readonly type: 'leave-wanted'; readonly to: 'live' | 'port' }
  | { readonly type: 'retry-wanted' }
  | { readonly type: 'back-wanted' }
  /** The page is looked at again. */
  | { readonly type: 'shown' }
  | { readonly type: 'timer-rang'; readonly timer: ForwardingTimer }
  | { readonly type: 'connection-changed'; readonly online: boolean };
