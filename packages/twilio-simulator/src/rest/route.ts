import type { Inventory } from '../inventory/index.ts';
import type { CallPlacer, World } from '../world/index.ts';
import type { Parameters } from './parameters.ts';

/** What a handler may touch. */
export interface RestContext {
  readonly world: World;
  readonly inventory: Inventory;
  readonly calls: CallPlacer;
  /** The values of the template's `{Placeholders}`. */
  readonly path: Readonly<Record<string, string>>;
  readonly pathname: string;
  readonly query: Parameters;
  readonly form: Parameters;
  /** True when the request carries the account's test credentials: nothing is stored, nothing is charged. */
  readonly test: boolean;
  /** The account named in the path, or the caller's own. */
  readonly accountSid: string;
}

export interface Reply {
  readonly status: number;
  /** Undefined for 204. */
  readonly body?: unknown;
}

/** One operation of Twilio's REST API, named by the path template of the official OpenAPI document. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly template: string;
  readonly handle: (context: RestContext) => Reply | Promise<Reply>;
  /** Works with test credentials too. */
  readonly allowsTest?: boolean;
  /** Closed to standard API keys. */
  readonly mainKeyOnly?: boolean;
  /** What a reader of COVERAGE.md should know. */
  readonly note?: string;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
