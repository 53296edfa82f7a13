import type { SetupPath } from '@numberkit/contract';
import type { z } from 'zod';
import type { Access } from '../guard/index.ts';
import type { NumberkitApi } from './api.ts';
import { parseInput } from './parse-input.ts';

/** What a route gets beside its input. */
export interface RouteContext {
  readonly api: NumberkitApi;
  readonly access: Access;
  /** The ways to a number that the host enabled, recommended first. */
  readonly enabledPaths: readonly SetupPath[];
  /** Empty unless the route asks for one. */
  readonly idempotencyKey: string;
  readonly basePath: string;
}

/** What a route answers. */
export type Answer = JsonAnswer | EventsAnswer;

/** JSON, all at once. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Server-sent events, one after the other. */
export interface EventsAnswer {
  readonly status: 200;
  /** Whose stream it is; one tenant may have only so many. */
  readonly tenantId: string;
  /** The name of each event. */
  readonly event: string;
  /** The data of each, to be written as JSON; ends soon when `signal` aborts, because the client has gone. */
  readonly items: (signal: AbortSignal) => AsyncIterable<unknown>;
}

/** One kind of answer, for the OpenAPI document. */
export interface AnswerDescription {
  readonly description: string;
  /** With `text/event-stream` the schema is that of each event's data. Default: JSON. */
  readonly type?: 'text/event-stream';
  readonly schema: z.ZodType;
}

/** What the table says about a route; router, validation and the OpenAPI document are made from it. */
export interface RouteFacts {
  readonly operationId: string;
  readonly method: 'GET' | 'POST';
  /** Relative to the base path; parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** The way to a number this route belongs to; refused when the host did not enable it. */
  readonly setupPath?: SetupPath;
  readonly needsIdempotencyKey?: true;
  /** Only for the host's own staff. */
  readonly operatorsOnly?: true;
  /** Whoever sends the host's cron secret may use it, as an operator. */
  readonly allowsCron?: true;
  /** Where the input comes from. */
  readonly from: 'body' | 'query' | 'path' | 'nowhere';
  readonly input: z.ZodObject;
  readonly answers: Readonly<Record<number, AnswerDescription>>;
}

/** A route of the table. `serve` validates the raw input; it throws `invalid-request` and what the use case throws. */
export type Route = SessionRoute | PublicRoute;

/** A route for somebody in particular. */
export interface SessionRoute extends RouteFacts {
  readonly auth: 'session';
  serve(rawInput: unknown, context: RouteContext): Promise<Answer>;
}

/** A route for anybody. */
export interface PublicRoute extends RouteFacts {
  readonly auth: 'none';
  serve(rawInput: unknown): Promise<Answer>;
}

/** Ties a route's schema to what serves it, so that `serve` gets the validated type. */
export function defineRoute<S extends z.ZodObject>(
  facts: RouteFacts & { readonly input: S },
  serve: (input: z.output<S>, context: RouteContext) => Promise<Answer>,
): SessionRoute {
  return {
    ...facts,
    auth: 'session',
    serve: async (rawInput, context) => serve(parseInput(facts.input, rawInput, facts.from), context),
  };
}

/** The same for a route that anybody may ask. */
export function definePublicRoute<S extends z.ZodObject>(
  facts: RouteFacts & { readonly input: S },
  serve: (input: z.output<S>) => Promise<Answer>,
): PublicRoute {
  return {
    ...facts,
    auth: 'none',
    serve: async (rawInput) => serve(parseInput(facts.input, rawInput, facts.from)),
  };
}
