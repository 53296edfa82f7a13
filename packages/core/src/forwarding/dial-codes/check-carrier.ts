import { carrierSchema, type Shape } from './carrier-schema.ts';

const WAYS: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
  ['dial', carrierSchema.dial],
  ['settings', carrierSchema.settings],
  ['ask-carrier', carrierSchema['ask-carrier']],
]);

/**
 * What is wrong with a carrier entry, one sentence for each problem; empty when it is right.
 * @example checkCarrier({ id: 'us-x' }) // ['name is missing', …]
 */
export function checkCarrier(entry: unknown): readonly string[] {
  const problems = checkShape(entry, carrierSchema.carrier, '');
  if (problems.length > 0) return problems;
  const { id, country, standard, lines } = fieldsOf(entry);
  const prefix = typeof country === 'string' ? `${country.toLowerCase()}-` : '';
  if (!String(id).startsWith(prefix)) problems.push(`id must begin with ${prefix}`);
  if (country === null && standard !== true) problems.push('country may be null for a standard only');
  const kinds = new Set<unknown>();
  for (const [index, line] of elementsOf(lines).entries()) {
    problems.push(...checkLineEntry(line, `lines[${index}]`));
    const { kind } = fieldsOf(line);
    if (kinds.has(kind)) problems.push(`lines[${index}].kind is there twice`);
    kinds.add(kind);
  }
  return problems;
}

function checkLineEntry(line: unknown, path: string): readonly string[] {
  const problems = checkShape(line, carrierSchema.line, `${path}.`);
  if (problems.length > 0) return problems;
  for (const [condition, ways] of Object.entries(fieldsOf(fieldsOf(line).ways))) {
    const place = `${path}.ways.${condition}`;
    if (elementsOf(ways).length === 0) problems.push(`${place} must be a list of one or more`);
    const codes = new Set<unknown>();
    for (const [index, way] of elementsOf(ways).entries()) {
      problems.push(...checkWay(way, `${place}[${index}]`));
      const { on } = fieldsOf(way);
      // Our tests are counted by it.
      if (on !== undefined && codes.has(on)) problems.push(`${place}[${index}].on is there twice`);
      codes.add(on);
    }
  }
  return problems;
}

function checkWay(way: unknown, path: string): readonly string[] {
  const { kind, ringTime } = fieldsOf(way);
  const shape = WAYS.get(kind);
  if (!shape) return [`${path}.kind must be one of ${[...WAYS.keys()].join(', ')}`];
  const problems = checkShape(way, shape, `${path}.`);
  if (kind === 'dial' && ringTime !== undefined) {
    problems.push(...checkShape(ringTime, carrierSchema.ringTime, `${path}.ringTime.`));
  }
  return problems;
}

function checkShape(value: unknown, shape: Shape, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path || 'entry'} must be an object`];
  const fields = fieldsOf(value);
  const known = new Set<string>();
  const problems: string[] = [];
  for (const [written, check] of Object.entries(shape)) {
    const name = written.replace(/\?$/, '');
    known.add(name);
    const wrong = fields[name] === undefined ? undefined : check(fields[name]);
    if (wrong) problems.push(`${path}${name} ${wrong}`);
    if (fields[name] === undefined && name === written) problems.push(`${path}${name} is missing`);
  }
  for (const name of Object.keys(fields)) {
    if (!known.has(name)) problems.push(`${path}${name} is not a field`);
  }
  return problems;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function elementsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
