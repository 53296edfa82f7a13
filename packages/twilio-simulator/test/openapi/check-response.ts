import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { allows } from './deviations.ts';
import { documents, type Operation, type Schema } from './documents.ts';

/** Formats of Twilio's documents; those that only name an object's shape need no test. */
const FORMATS: Record<string, RegExp | true> = {
  'date-time-rfc-2822':
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} \+0000$/,
  'phone-number': /^(\+[1-9]\d{6,14}|\(\d{3}\) \d{3}-\d{4})$/,
  'iso-country-code': /^[A-Z]{2}$/,
  currency: /^[A-Za-z]{3}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'http-method': /^(GET|POST)$/,
  uri: /^https?:\/\/[^\s]+$/,
  int32: true,
  'uri-map': true,
  'phone-number-capabilities': true,
  'inbound-call-price': true,
  'outbound-call-price': true,
  'outbound-call-price-with-origin': true,
  'outbound-prefix-price-with-origin': true,
  'phone-number-price': true,
};

const engines = new Map<string, Ajv>();

function engineOf(document: string): Ajv {
  const known = engines.get(document);
  if (known !== undefined) return known;
  const engine = new Ajv({ allErrors: true, strict: false, formats: FORMATS });
  engine.addSchema({ $id: `https://simulator.test/${document}`, ...documents.get(document) });
  engines.set(document, engine);
  return engine;
}

const compiled = new Map<string, ValidateFunction>();

function validatorOf(operation: Operation, status: number): ValidateFunction {
  const key = `${operation.document} ${operation.method} ${operation.template} ${status}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const escaped = operation.template.replace(/~/g, '~0').replace(/\//g, '~1');
  const path = `/paths/${escaped}/${operation.method.toLowerCase()}/responses/${status}/content/application~1json/schema`;
  const $ref = `https://simulator.test/${operation.document}#${encodeURI(path)}`;
  const validate = engineOf(operation.document).compile({ $ref });
  compiled.set(key, validate);
  return validate;
}

function excused(operation: Operation, error: ErrorObject, body: unknown): boolean {
  const pointer = error.instancePath;
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], body);
  if (value === null) return allows(operation.id, pointer, 'null');
  if (typeof value !== 'string') return false;
  if (value === '') return allows(operation.id, pointer, 'empty string');
  if (error.keyword === 'type') {
    return /^-?\d+\.\d+$/.test(value) && allows(operation.id, pointer, 'string for number');
  }
  return value.startsWith('/') && allows(operation.id, pointer, 'relative address');
}

function resolve(document: string, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.split('/').at(-1) ?? '';
  return documents.get(document)?.components.schemas[name] ?? {};
}

/** The schemas require nothing and forbid nothing; so every property is compared by name here. */
function compareNames(operation: Operation, schema: Schema, value: unknown, pointer: string): string[] {
  const { properties, items } = resolve(operation.document, schema);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => compareNames(operation, items ?? {}, item, `${pointer}/${index}`));
  }
  if (typeof value !== 'object' || value === null || properties === undefined) return [];
  const problems: string[] = [];
  for (const name of Object.keys(properties)) {
    const at = `${pointer}/${name}`;
    if (!(name in value) && !allows(operation.id, at, 'missing')) problems.push(`${at} is missing`);
  }
  for (const [name, inner] of Object.entries(value)) {
    const at = `${pointer}/${name}`;
    const known = properties[name];
    if (known !== undefined) problems.push(...compareNames(operation, known, inner, at));
    else if (!allows(operation.id, at, 'unknown')) problems.push(`${at} is not in the document`);
  }
  return problems;
}

/** What is wrong with a successful response according to the official document; empty when nothing is. */
export function checkResponse(operation: Operation, status: number, body: unknown): string[] {
  if (!operation.responses.has(status)) return [`status ${status} is not documented`];
  const schema = operation.responses.get(status);
  if (schema === undefined) return body === undefined ? [] : ['a body where none is documented'];
  const validate = validatorOf(operation, status);
  validate(body);
  const errors = (validate.errors ?? []).filter((error) => !excused(operation, error, body));
  return [
    ...errors.map((error) => `${error.instancePath} ${error.message ?? error.keyword}`),
    ...compareNames(operation, schema, body, ''),
  ];
}

/** What is wrong with an error response: the documents describe none, so this is the form of facts. */
export function checkError(status: number, body: unknown): string[] {
  const { code, message, more_info, status: own, ...rest } = body as Record<string, unknown>;
  const problems: string[] = [];
  if (typeof code !== 'number' || code < 10_000) problems.push('code is not an error number');
  if (typeof message !== 'string' || message === '') problems.push('message is empty');
  if (more_info !== `https://www.twilio.com/docs/errors/${String(code)}`) problems.push('more_info is wrong');
  if (own !== status) problems.push('status differs from the HTTP status');
  if (Object.keys(rest).length > 0) problems.push(`unknown: ${Object.keys(rest).join(', ')}`);
  return problems;
}
