import { SaxesParser } from 'saxes';

/** An element of a parsed document. */
export interface ParsedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ParsedElement[];
  text: string;
}

/** Parses TwiML with a strict XML parser; throws on anything that is not well-formed. */
export function parseTwiml(document: string): ParsedElement {
  const parser = new SaxesParser();
  const root: ParsedElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: ParsedElement = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) {
      element.text += text;
    }
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(document).close();
  const [only] = root.children;
  if (only?.name !== 'Response' || root.children.length !== 1) {
    throw new Error('The document is not one <Response>.');
  }
  return only;
}

/** The elements of a document as a compact outline, such as `Connect > ConversationRelay`. */
export function outline(document: string): string {
  const walk = (element: ParsedElement): string => {
    const inner = element.children.map(walk);
    return inner.length === 0 ? element.name : `${element.name}(${inner.join(' ')})`;
  };
  return parseTwiml(document).children.map(walk).join(' ');
}

/** Finds the first element with a name, at any depth. */
export function find(document: string, name: string): ParsedElement {
  const search = (element: ParsedElement): ParsedElement | undefined =>
    element.name === name ? element : element.children.map(search).find((found) => found !== undefined);
  const found = search(parseTwiml(document));
  if (found === undefined) {
    throw new Error(`No <${name}> in ${document}`);
  }
  return found;
}
