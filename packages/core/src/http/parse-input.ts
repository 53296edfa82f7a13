import type { FieldProblem } from '@numberkit/contract';
import type { z } from 'zod';
import { NumberkitError } from '../errors.ts';
import { httpErrors } from './errors.ts';

type Issue = z.core.$ZodIssue;

// A body can hold thousands of unknown fields; the answer need not.
const MAX_FIELDS = 20;

/**
 * Reads what a request sent against its schema.
 * @param what how to call the whole input in a message: `body`, `query`
 * @throws NumberkitError `invalid-request`, with every refused field
 */
export function parseInput<S extends z.ZodObject>(schema: S, raw: unknown, what: string): z.output<S> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields = result.error.issues
    .flatMap((issue) => fieldProblems(issue, schema, raw, what))
    .slice(0, MAX_FIELDS);
  throw new NumberkitError(httpErrors.invalidRequest, {
    detail: `Refused: ${fields.map(({ field, reason }) => `${field} (${reason})`).join(', ')}.`,
    fields,
  });
}

function fieldProblems(
  issue: Issue,
  schema: z.ZodObject,
  raw: unknown,
  what: string,
): readonly FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(key, issue, schema));
  }
  if (issue.code === 'invalid_union') return unionProblems(issue, schema, raw, what);
  const field = issue.path.map(String).join('.') || what;
  return [{ field, reason: reasonFor(issue, raw), remedy: remedyFor(issue, schema, what) }];
}

// Of the shapes a union allows, the one with the fewest faults is the one that was meant.
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  schema: z.ZodObject,
  raw: unknown,
  what: string,
): readonly FieldProblem[] {
  const [closest = []] = [...issue.errors].sort((left, right) => left.length - right.length);
  return closest.flatMap((inner) =>
    fieldProblems({ ...inner, path: [...issue.path, ...inner.path] }, schema, raw, what),
  );
}

function unknownField(key: string, issue: Issue, schema: z.ZodObject): FieldProblem {
  // A long unknown name is not repeated in full: it came from outside and goes into the answer.
  const field = [...issue.path.map(String), key.slice(0, 60)].join('.');
  const known = issue.path.length === 0 ? Object.keys(schema.shape) : [];
  const meant = known.find((name) => plain(name) === plain(key));
  const remedy = meant
    ? `Write ${meant}.`
    : known.length > 0
      ? `Leave it out. Known: ${known.join(', ')}.`
      : 'Leave it out.';
  return { field, reason: 'unknown field', remedy };
}

/** `area_code` and `AreaCode` both mean `areaCode`. */
function plain(name: string): string {
  return name.replaceAll(/[_-]/g, '').toLowerCase();
}

function reasonFor(issue: Issue, raw: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(raw, issue.path) === undefined ? 'missing' : `not ${withArticle(issue.expected)}`;
    case 'too_small':
      return issue.origin === 'string' ? 'too short' : 'too small';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too long' : 'too large';
    case 'invalid_value':
      return 'not one of the possible values';
    case 'custom':
      return issue.message;
    default:
      return 'not in the expected form';
  }
}

function withArticle(type: string): string {
  const name = type === 'int' ? 'whole number' : type;
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  // Any value but null and undefined may be read as a record of unknowns.
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null)?.[key], raw);
}

function remedyFor(issue: Issue, schema: z.ZodObject, what: string): string {
  const given = issue.code === 'custom' ? issue.params?.remedy : undefined;
  if (typeof given === 'string') return given;
  const [name] = issue.path;
  if (name === undefined)
    return what === 'body' ? 'Send a JSON object.' : 'Send it as the documentation says.';
  const described = describedField(schema.shape[String(name)]);
  return described ? `Send ${described.charAt(0).toLowerCase()}${described.slice(1)}` : 'Correct it.';
}

// The description may sit on the optional wrapper or on what it wraps.
function describedField(field: z.core.$ZodType | undefined): string | undefined {
  // Every schema of zod's classic entry has `meta` and `def`; the core type of a shape does not show them.
  const schema = field as z.ZodType | undefined;
  const inner = schema?.def && 'innerType' in schema.def ? (schema.def.innerType as z.ZodType) : undefined;
  return schema?.meta()?.description ?? inner?.meta()?.description;
}
