import type {
  Forwarding,
  NumberResponse,
  SearchNumbersResponse,
  SetupPath,
  SetupState,
  TenantNumber,
} from '@numberkit/contract';
import type { ApiError } from '../api/index.ts';
import type { TimerName } from './effect.ts';
import type { Failure } from './failure.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything that can happen to the flow: what the customer does, what the server answers, time, the network. */
export type SetupInput =
  | { readonly type: 'start'; readonly online: boolean }
  | { readonly type: 'opened'; readonly setup: SetupState; readonly snapshot: Snapshot | null }
  | { readonly type: 'open-failed'; readonly error: ApiError }
  | { readonly type: 'path-selected'; readonly path: SetupPath }
  | { readonly type: 'path-confirmed' }
  | { readonly type: 'query-typed'; readonly query: string }
  | { readonly type: 'contains-typed'; readonly contains: string }
  | { readonly type: 'search-submitted' }
  | { readonly type: 'area-code-toggled'; readonly areaCode: string }
  | { readonly type: 'found'; readonly response: SearchNumbersResponse }
  | { readonly type: 'search-failed'; readonly error: ApiError }
  | { readonly type: 'number-selected'; readonly phoneNumber: string }
  | { readonly type: 'more-wanted' }
  | { readonly type: 'number-confirmed'; readonly key: string }
  | { readonly type: 'order-sent' }
  | { readonly type: 'order-superseded'; readonly number: TenantNumber }
  | { readonly type: 'order-answered'; readonly response: NumberResponse }
  /** `sent`: the order itself went out, not only the question whether it is needed. */
  | { readonly type: 'order-failed'; readonly error: ApiError; readonly sent: boolean }
  | { readonly type: 'status-answered'; readonly response: NumberResponse }
  | { readonly type: 'status-failed'; readonly error: ApiError; readonly id: string }
  | { readonly type: 'leave-wanted' }
  | { readonly type: 'retry-wanted' }
  | { readonly type: 'another-wanted' }
  | { readonly type: 'buy-wanted' }
  | { readonly type: 'forward-wanted' }
  /** Forwarding was fetched, or could not be. */
  | { readonly type: 'forward-loaded'; readonly failure: Failure | null }
  | { readonly type: 'forward-changed'; readonly forwarding: Forwarding }
  | { readonly type: 'forward-left'; readonly to: 'path' | 'live' | 'port' }
  | { readonly type: 'back-wanted' }
  | { readonly type: 'timer-rang'; readonly timer: TimerName }
  | { readonly type: 'connection-changed'; readonly online: boolean };
