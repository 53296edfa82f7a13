import { escapeAttribute, escapeText } from './escape.ts';

/** Attributes of an element; those that are `undefined` are left out. */
export type TwimlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element of a TwiML document. `Name` keeps children apart: a `<Dial>` takes no `<Say>`. */
export interface TwimlElement<Name extends string = string> {
  readonly name: Name;
  readonly attributes: TwimlAttributes;
  readonly children: readonly (TwimlElement | string)[];
  /** What {@link writeStart} made of name and attributes, for an element that is written again and again. */
  readonly start?: string;
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

/** Writes the start of an element: all before its `>` or `/>`. */
export function writeStart({ name, attributes }: TwimlElement): string {
  let text = `<${name}`;
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value !== undefined) {
      text += ` ${attribute}="${escapeAttribute(String(value))}"`;
    }
  }
  return text;
}

/** Writes an element as XML. */
export function render(node: TwimlElement | string): string {
  if (typeof node === 'string') {
    return escapeText(node);
  }
  let text = node.start ?? writeStart(node);
  if (node.children.length === 0) {
    return `${text}/>`;
  }
  text += '>';
  for (const child of node.children) {
    text += render(child);
  }
  return `${text}</${node.name}>`;
}
