import type { TwimlElement } from './element.ts';
import type { AttributeRule } from './schema.ts';
import { schema } from './schema.ts';
import type { TwimlProblem } from './twiml-problem.ts';
import { TwimlError, twimlCodes } from './twiml-problem.ts';

/**
 * The element with everything removed that the schema does not allow, each removal told to `warn`.
 * An element that does not belong where it stands is an error: the document cannot mean what its author thinks.
 */
export function checkElement(element: TwimlElement, warn: (problem: TwimlProblem) => void): TwimlElement {
  const rule = schema[element.name];
  if (!rule)
    throw new TwimlError(twimlCodes.schema, `Line ${element.line}: <${element.name}> is not a TwiML verb.`);
  const say = (message: string) =>
    warn({ code: twimlCodes.schema, message: `Line ${element.line}: ${message}` });

  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    const expected = rule.attributes[name];
    if (!expected)
      say(`<${element.name}> has no attribute ${name}${hint(name, rule.attributes)}; it is ignored.`);
    else if (!fits(value, expected))
      say(`<${element.name} ${name}="${value}"> ${wanted(expected)}; it is ignored.`);
    else attributes[name] = value;
  }
  for (const name of rule.required ?? []) {
    if (attributes[name] === undefined) say(`<${element.name}> lacks its attribute ${name}.`);
  }
  if (!rule.text && element.text !== '') say(`<${element.name}> holds text, which is ignored.`);
  const children = element.children.map((child) => {
    if (!rule.children.includes(child.name)) throw misplaced(child, element, rule.children);
    return checkElement(child, warn);
  });
  return { ...element, attributes, children, text: rule.text ? element.text : '' };
}

function misplaced(child: TwimlElement, parent: TwimlElement, allowed: readonly string[]): TwimlError {
  const near = allowed.find((name) => name.toLowerCase() === child.name.toLowerCase());
  const why = near
    ? `names are case-sensitive: <${near}>`
    : `allowed there: ${allowed.join(', ') || 'nothing'}`;
  return new TwimlError(
    twimlCodes.schema,
    `Line ${child.line}: <${child.name}> does not belong inside <${parent.name}> (${why}).`,
  );
}

function hint(name: string, known: Readonly<Record<string, unknown>>): string {
  const near = Object.keys(known).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return near ? ` (names are case-sensitive: ${near})` : '';
}

function fits(value: string, rule: AttributeRule): boolean {
  switch (rule.kind) {
    case 'text':
    case 'url':
      return true;
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'oneOf':
      return rule.values.includes(value);
    case 'integer':
      return /^-?\d+$/.test(value) && Number(value) >= rule.min && Number(value) <= rule.max;
  }
}

function wanted(rule: AttributeRule): string {
  switch (rule.kind) {
    case 'boolean':
      return 'must be true or false';
    case 'oneOf':
      return `must be one of ${rule.values.join(', ')}`;
    case 'integer':
      return `must be a whole number from ${rule.min} to ${rule.max}`;
    default:
      return 'is not valid';
  }
}
