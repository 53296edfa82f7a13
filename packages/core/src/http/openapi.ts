import { IDEMPOTENCY_KEY_HEADER, paths } from '@numberkit/contract';
import { z } from 'zod';
import { PROBLEM_TYPE } from './problem.ts';
import type { AnswerDescription, Route } from './route.ts';
import { problem } from './schemas/index.ts';

/** A part of an OpenAPI document: JSON. */
export type OpenApiPart = Readonly<Record<string, unknown>>;

/**
 * The OpenAPI 3.1 document of the routes.
 * @param basePath where the API is mounted
 */
export function describeApi(routes: readonly Route[], basePath: string): OpenApiPart {
  const operations: Record<string, Record<string, unknown>> = {
    [paths.openapi]: { get: describeItself() },
  };
  for (const route of routes) {
    operations[route.path] = {
      ...operations[route.path],
      [route.method.toLowerCase()]: describeRoute(route),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'numberkit',
      version: '1',
      description:
        'Phone numbers for the tenants of a SaaS. Answers may grow new fields; ignore unknown ones.',
    },
    servers: [{ url: basePath === '' ? '/' : basePath }],
    paths: operations,
    components: {
      schemas: { Problem: answerSchema(problem) },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'A session token, nks_…' },
        host: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: 'Whatever the host signs in with.',
        },
      },
    },
  };
}

function describeRoute(route: Route): OpenApiPart {
  const { operationId, summary, description } = route;
  const parameters = [...inputParameters(route), ...(route.needsIdempotencyKey ? [idempotencyKey] : [])];
  return {
    operationId,
    summary,
    description,
    security: route.auth === 'none' ? [] : [{ session: [] }, { host: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(route.from === 'body' && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: toSchema(route.input, 'input') } },
      },
    }),
    responses: describeAnswers(route.answers),
  };
}

function describeItself(): OpenApiPart {
  return {
    operationId: 'openapi',
    summary: 'This document',
    security: [],
    responses: {
      200: {
        description: 'OpenAPI 3.1.',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
    },
  };
}

function describeAnswers(answers: Readonly<Record<number, AnswerDescription>>): OpenApiPart {
  const described = Object.entries(answers).map(([status, answer]) => [
    status,
    { description: answer.description, content: contentOf(answer) },
  ]);
  return {
    ...Object.fromEntries(described),
    default: {
      description: 'An error. `code` says which; docs/errors.md lists all of them.',
      content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
}

/** The data of an event is text that holds JSON, which is as much as version 3.1 can say of a stream. */
function contentOf({ type, schema }: AnswerDescription): OpenApiPart {
  if (type === undefined) return { 'application/json': { schema: answerSchema(schema) } };
  const contentSchema = answerSchema(schema);
  return { [type]: { schema: { type: 'string', contentMediaType: 'application/json', contentSchema } } };
}

function inputParameters(route: Route): readonly OpenApiPart[] {
  if (route.from !== 'query' && route.from !== 'path') return [];
  const { properties = {}, required = [] } = toSchema(route.input, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: route.from,
    required: required.includes(name),
    schema,
  }));
}

const idempotencyKey = {
  name: IDEMPOTENCY_KEY_HEADER,
  in: 'header',
  required: true,
  description: 'A new value for each purchase; the same value when a purchase is sent again.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

function answerSchema(schema: z.ZodType): OpenApiPart {
  return toSchema(schema, 'output');
}

function toSchema(schema: z.ZodType, io: 'input' | 'output'): z.core.JSONSchema.JSONSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      // An answer may grow fields later without breaking a client that checks it.
      if (io === 'output') delete jsonSchema.additionalProperties;
    },
  });
  return rest;
}
