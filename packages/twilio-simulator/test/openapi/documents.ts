import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A JSON schema as far as it is looked into here. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
  enum?: unknown[];
}

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: Schema;
}

interface OperationObject {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

export interface OpenApiDocument {
  servers: { url: string }[];
  paths: Record<string, Record<string, OperationObject> & { servers?: { url: string }[] }>;
  components: { schemas: Record<string, Schema> };
}

/** One operation of Twilio's official documents. */
export interface Operation {
  document: string;
  id: string;
  method: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH';
  template: string;
  query: Parameter[];
  /** Form fields; undefined when the operation takes no body. */
  form: Schema | undefined;
  /** Documented success statuses and the schema of each body (none for 204). */
  responses: Map<number, Schema | undefined>;
}

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('@twilio/cli-core/package.json')), 'src/services/twilio-api');

export const DOCUMENTS = [
  'twilio_api_v2010',
  'twilio_pricing_v1',
  'twilio_pricing_v2',
  'twilio_lookups_v2',
] as const;

// The files are Twilio's own, of a pinned version; the interfaces above name only what they all have.
export const documents = new Map(
  DOCUMENTS.map((name) => [
    name as string,
    JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as OpenApiDocument,
  ]),
);

const METHODS = ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'] as const;

function readOperation(
  document: string,
  template: string,
  method: Operation['method'],
  raw: OperationObject,
): Operation {
  const responses = new Map<number, Schema | undefined>();
  for (const [status, response] of Object.entries(raw.responses)) {
    responses.set(Number(status), response.content?.['application/json']?.schema);
  }
  return {
    document,
    id: raw.operationId,
    method,
    template,
    query: (raw.parameters ?? []).filter((parameter) => parameter.in === 'query'),
    form: raw.requestBody?.content['application/x-www-form-urlencoded']?.schema,
    responses,
  };
}

/** Every operation of the documents, in their order. */
export const operations: readonly Operation[] = [...documents].flatMap(([document, { paths }]) =>
  Object.entries(paths).flatMap(([template, item]) =>
    METHODS.flatMap((method) => {
      const raw = item[method.toLowerCase()];
      return raw === undefined ? [] : [readOperation(document, template, method, raw)];
    }),
  ),
);

function patternOf(template: string): RegExp {
  const source = template
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replace(/[.]/g, '\\.')))
    .join('');
  return new RegExp(`^${source}$`);
}

const placeholders = (template: string) => template.split('{').length;
const matchers = operations
  .map((operation) => ({ operation, pattern: patternOf(operation.template) }))
  .sort((a, b) => placeholders(a.operation.template) - placeholders(b.operation.template));

export function findOperation(method: string, pathname: string): Operation | undefined {
  return matchers.find(({ operation, pattern }) => operation.method === method && pattern.test(pathname))
    ?.operation;
}
