import type {
  ForwardingRemedy,
  ForwardingTest,
  ForwardingTestOutcome,
  SetupState,
} from '@numberkit/contract';

/** A request as the fake saw it. */
export interface SeenRequest {
  readonly method: string;
  /** Without the base path: `/search-numbers`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One scripted answer; a promise that never settles is a server that never answers. */
export type Answer = (request: SeenRequest) => Response | Promise<Response>;

/** How the test calls of the fake go. */
export interface FakeTests {
  /** What the next tests end with. */
  outcome: ForwardingTestOutcome;
  remedy: ForwardingRemedy | null;
  /** Where a test stops by itself: `done` runs through. */
  stopsAt: ForwardingTest['stage'];
  /** Do events stream, or must the page ask? */
  streams: boolean;
}

/** What the fake knows. */
export interface FakeState {
  readonly seen: readonly SeenRequest[];
  setup: SetupState;
  /** How its test calls go. */
  readonly tests: FakeTests;
}
