/** Which requests a fault is for; an absent field does not restrict. */
export interface FaultMatch {
  /** HTTP method, any case. */
  method?: string;
  /** Part of the path, with `*` for any run of characters; or a regular expression on the path. */
  path?: string | RegExp;
  /** Part of the request body as sent (form-encoded: a number is `PhoneNumber=%2B1415…`). */
  bodyContains?: string;
}

/** What goes wrong. */
export type FaultEffect =
  | { kind: 'latency'; ms: number }
  | { kind: 'status'; status: 429 | 500 | 502 | 503; body?: 'json' | 'html' | 'empty' }
  | { kind: 'reset' };

/**
 * One fault. It strikes the `nth` matching request (default the first) and goes on for `times` matching
 * requests (default 1); with `probability` it strikes each matching request with that chance instead,
 * repeatably from `seed`, `times` times at most (default no limit). `before`: Twilio never saw the request.
 * `after`: the effect took place, the caller was not told.
 */
export interface FaultRule {
  match?: FaultMatch;
  nth?: number;
  times?: number;
  probability?: number;
  seed?: number;
  when: 'before' | 'after';
  effect: FaultEffect;
}

/** A rule in force. */
export interface FaultHandle {
  readonly id: string;
  readonly rule: FaultRule;
  /** Matching requests so far. */
  readonly matched: number;
  /** How often it struck. */
  readonly struck: number;
  remove(): void;
}

/** The faults in force. Rules are independent: a request meets every rule that matches it. */
export interface Faults {
  /** @throws RangeError when a count, chance or duration is out of range. */
  add(rule: FaultRule): FaultHandle;
  list(): FaultHandle[];
  clear(): void;
}
