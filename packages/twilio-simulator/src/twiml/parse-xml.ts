import { SaxesParser } from 'saxes';
import type { TwimlElement } from './element.ts';
import { TwimlError, twimlCodes } from './twiml-problem.ts';

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: TwimlElement[];
  text: string;
  line: number;
}

/** Well-formed XML to a tree. Refuses what Twilio's parser refuses: leading whitespace, a BOM, a bare `&`. */
export function parseXml(xml: string): TwimlElement {
  if (xml.trim() === '') throw parseError('The document is empty.');
  if (xml.startsWith('\uFEFF')) throw parseError('A byte order mark stands before the document.');
  if (/^\s+<\?xml/.test(xml)) throw parseError('Whitespace stands before the XML declaration.');
  const parser = new SaxesParser();
  const open: OpenElement[] = [];
  let root: TwimlElement | undefined;

  parser.on('error', (error) => {
    throw parseError(`The document is not well-formed: ${error.message}`);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
      throw parseError(`The document declares the encoding ${encoding}; only UTF-8 is read.`);
    }
  });
  parser.on('doctype', () => {
    throw parseError('A document type declaration is not allowed.');
  });
  parser.on('opentag', (tag) => {
    open.push({
      name: tag.name,
      attributes: { ...tag.attributes },
      children: [],
      text: '',
      line: parser.line,
    });
  });
  const addText = (text: string) => {
    const current = open.at(-1);
    if (current) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (!closed) return;
    const element: TwimlElement = { ...closed, text: closed.text.replace(/\s+/g, ' ').trim() };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  parser.write(xml).close();
  if (!root) throw parseError('The document has no element.');
  return root;
}

function parseError(message: string): TwimlError {
  return new TwimlError(twimlCodes.parse, message);
}
