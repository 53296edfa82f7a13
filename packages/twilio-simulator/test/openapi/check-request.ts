import type { Operation, Schema } from './documents.ts';

function fits(schema: Schema, value: string): boolean {
  if (schema.type === 'boolean') return value === 'true' || value === 'false';
  if (schema.type === 'integer') return /^-?\d+$/.test(value);
  return true;
}

function checkNames(known: Map<string, Schema>, sent: URLSearchParams, where: string): string[] {
  return [...sent].flatMap(([name, value]) => {
    const schema = known.get(name);
    if (schema === undefined) return [`${where} parameter ${name} is not in the document`];
    return fits(schema, value) ? [] : [`${where} parameter ${name} is not a ${schema.type}: ${value}`];
  });
}

/** What is wrong with a request according to the official document; empty when nothing is. */
export function checkRequest(operation: Operation, query: URLSearchParams, form: URLSearchParams): string[] {
  const queryNames = new Map(operation.query.map(({ name, schema }) => [name, schema]));
  const formNames = new Map(Object.entries(operation.form?.properties ?? {}));
  const missing = (operation.form?.required ?? []).filter((name) => !form.has(name));
  return [
    ...checkNames(queryNames, query, 'query'),
    ...checkNames(formNames, form, 'form'),
    ...missing.map((name) => `form parameter ${name} is required`),
  ];
}
