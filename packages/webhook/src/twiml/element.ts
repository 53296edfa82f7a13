import { escapeAttribute, escapeText } from './escape.ts';

/** Attributes of an element; those that are `undefined` are left out. */
export type TwimlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element of a TwiML document. `Name` keeps children apart: a `<Dial>` takes no `<Say>`. */
export interface TwimlElement<Name extends string = string> {
  readonly name: Name;
  readonly attributes: TwimlAttributes;
  readonly children: readonly (TwimlElement | string)[];
}

const XML_NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/;

/** Attribute names that have been checked; few, since hosts write them in their configuration. */
const checkedNames = new Set<string>();
const MAX_CHECKED_NAMES = 500;

function isXmlName(name: string): boolean {
  if (checkedNames.has(name)) return true;
  if (!XML_NAME.test(name)) return false;
  if (checkedNames.size < MAX_CHECKED_NAMES) checkedNames.add(name);
  return true;
}

/** Builds one element. Throws `TypeError` on a name that is not an XML name. */
export function element<Name extends string>(
  name: Name,
  attributes: TwimlAttributes = {},
  children: readonly (TwimlElement | string)[] = [],
): TwimlElement<Name> {
  for (const attribute in attributes) {
    if (!isXmlName(attribute)) {
      throw new TypeError(`<${name}>: an attribute name is not an XML name. Use letters and digits only.`);
    }
  }
  return { name, attributes, children };
}

/** Writes an element as XML. */
export function render(node: TwimlElement | string): string {
  if (typeof node === 'string') {
    return escapeText(node);
  }
  let text = `<${node.name}`;
  for (const name in node.attributes) {
    const value = node.attributes[name];
    if (value !== undefined) {
      text += ` ${name}="${escapeAttribute(String(value))}"`;
    }
  }
  if (node.children.length === 0) {
    return `${text}/>`;
  }
  text += '>';
  for (const child of node.children) {
    text += render(child);
  }
  return `${text}</${node.name}>`;
}
