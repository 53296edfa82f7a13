import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: { readonly properties?: Readonly<Record<string, Schema>> } }>
    >;
  };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const require = createRequire(import.meta.url);
const folder = join(
  dirname(require.resolve('@twilio/cli-core/package.json')),
  'src',
  'services',
  'twilio-api',
);
// Twilio's own files, of a pinned version; the interfaces above name what is read of them.
const documents = ['twilio_api_v2010', 'twilio_lookups_v2', 'twilio_pricing_v1'].map(
  (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Document,
);

/** What Twilio's OpenAPI documents have against a request; empty when nothing. */
export function objections(request: Request, body: string): readonly string[] {
  const url = new URL(request.url);
  const operation = findOperation(request.method.toLowerCase(), url.pathname);
  if (!operation) return [`${request.method} ${url.pathname} is not documented`];
  const query = new Map(
    (operation.parameters ?? []).filter(isQuery).map(({ name, schema }) => [name, schema]),
  );
  const form = new Map(
    Object.entries(
      operation.requestBody?.content['application/x-www-form-urlencoded']?.schema.properties ?? {},
    ),
  );
  return [...check(url.searchParams, query), ...check(new URLSearchParams(body), form)];
}

function isQuery(parameter: { readonly in: string }): boolean {
  return parameter.in === 'query';
}

function findOperation(method: string, path: string): Operation | undefined {
  for (const { paths } of documents) {
    for (const [template, operations] of Object.entries(paths)) {
      const pattern = template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+');
      if (new RegExp(`^${pattern}$`).test(path) && operations[method]) return operations[method];
    }
  }
  return undefined;
}

function check(sent: URLSearchParams, known: ReadonlyMap<string, Schema>): readonly string[] {
  return [...sent].flatMap(([name, value]) => {
    const schema = known.get(name);
    if (!schema) return [`${name} is not a documented parameter`];
    // An empty value clears the field, which the documents do not describe.
    return value === '' || fits(value, schema) ? [] : [`${name} may not be ${value}`];
  });
}

function fits(value: string, { type, enum: choices, pattern }: Schema): boolean {
  if (type === 'boolean') return value === 'true' || value === 'false';
  if (type === 'integer') return /^-?\d+$/.test(value);
  if (choices) return choices.includes(value);
  return pattern === undefined || new RegExp(pattern).test(value);
}
