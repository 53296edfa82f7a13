import { checkElement } from './check-element.ts';
import type { TwimlElement } from './element.ts';
import { formatElement } from './format-element.ts';
import { parseXml } from './parse-xml.ts';
import { readVerb } from './read-verb.ts';
import type { TwimlProblem } from './twiml-problem.ts';
import { TwimlError, twimlCodes } from './twiml-problem.ts';
import type { Verb } from './verbs.ts';

/** A document ready to be executed. */
export interface TwimlDocument {
  readonly verbs: readonly Verb[];
  /** What Twilio would put in its debugger without stopping the call. */
  readonly warnings: readonly TwimlProblem[];
  /** As received. */
  readonly xml: string;
  /** Indented, for people to read. */
  readonly pretty: string;
}

const maxBytes = 64 * 1024;
const xmlTypes = ['text/xml', 'application/xml', 'text/html'];

/** The answer of a webhook to a document. Throws {@link TwimlError} with Twilio's number when it cannot be run. */
export function parseTwimlResponse(contentType: string | undefined, body: Uint8Array): TwimlDocument {
  if (body.byteLength > maxBytes) {
    throw new TwimlError(
      twimlCodes.tooLarge,
      `The document has ${body.byteLength} bytes; 64 kB is the most.`,
    );
  }
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (!type) throw new TwimlError(twimlCodes.httpRetrieval, 'The answer carries no content type.');
  if (!xmlTypes.includes(type)) {
    throw new TwimlError(twimlCodes.contentType, `The content type is ${type}; it must be text/xml.`);
  }
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new TwimlError(twimlCodes.parse, 'The document is not UTF-8.');
  }
  return parseTwiml(xml);
}

/** The text of a document to its verbs. Throws {@link TwimlError} when it cannot be run. */
export function parseTwiml(xml: string): TwimlDocument {
  const root = parseXml(xml);
  if (root.name !== 'Response') {
    throw new TwimlError(twimlCodes.parse, `The document is <${root.name}>; it must be <Response>.`);
  }
  const warnings: TwimlProblem[] = [];
  const checked: TwimlElement = checkElement(root, (problem) => warnings.push(problem));
  return { verbs: checked.children.map(readVerb), warnings, xml, pretty: formatElement(root) };
}
