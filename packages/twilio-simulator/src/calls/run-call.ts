import type { TwimlDocument, Verb } from '../twiml/index.ts';
import { parseTwiml, parseTwimlResponse, TwimlError } from '../twiml/index.ts';
import { askHost } from './ask-host.ts';
import { CallCut, untilCut } from './call-cut.ts';
import type { CallLeg } from './call-leg.ts';
import type { Exchange } from './exchange.ts';
import type { TwimlSource } from './twiml-source.ts';
import { runVerb } from './verbs/index.ts';
import type { Next, Walk } from './walk.ts';
import { WebhookFailure } from './webhook-failure.ts';

const apology = 'We are sorry. An application error has occurred. Goodbye.';

/** Executes documents on a leg until none follows, then ends the call. */
export async function runCall(exchange: Exchange, leg: CallLeg, start: TwimlSource): Promise<void> {
  await runDocuments(exchange, leg, start);
  leg.end('completed');
}

/** Executes documents on a leg until none follows or the call is over. */
export async function runDocuments(exchange: Exchange, leg: CallLeg, start: TwimlSource): Promise<void> {
  let source: Next = start;
  while (source !== undefined && source !== 'end' && !leg.over.aborted) {
    source = await runSource(exchange, leg, source);
  }
}

async function runSource(exchange: Exchange, leg: CallLeg, source: TwimlSource): Promise<Next> {
  const signal = leg.openDocument();
  try {
    const { document, url } = await load(exchange, leg, source, signal);
    return await runDocument({ leg, exchange, signal, url }, document);
  } catch (error) {
    if (signal.aborted) return leg.takeRedirect() ?? 'end';
    return recover(leg, source, error);
  }
}

async function load(
  exchange: Exchange,
  leg: CallLeg,
  source: TwimlSource,
  signal: AbortSignal,
): Promise<{ document: TwimlDocument; url: string | undefined }> {
  let document: TwimlDocument;
  let url: string | undefined;
  if (source.kind === 'document') {
    document = parseTwiml(source.xml);
  } else {
    const answer = await untilCut(signal, askHost(exchange, leg, { ...source, signal }));
    document = parseTwimlResponse(answer.contentType, answer.body);
    url = answer.url;
  }
  leg.log.record({ kind: 'twiml', url, xml: document.xml, pretty: document.pretty });
  for (const warning of document.warnings) leg.log.record({ kind: 'warning', ...warning });
  return { document, url };
}

async function runDocument(walk: Walk, document: TwimlDocument): Promise<Next> {
  for (const verb of document.verbs) {
    if (picksUp(verb)) walk.leg.answer();
    walk.leg.log.record({ kind: 'verb', verb: verb.verb });
    const next = await runVerb(walk, verb);
    if (walk.signal.aborted) throw new CallCut();
    if (next !== undefined) return next;
  }
  return 'end';
}

/** A leading Reject or Pause leaves the call ringing, and so does a Dial that answers on bridge. */
function picksUp(verb: Verb): boolean {
  return verb.verb !== 'Reject' && verb.verb !== 'Pause' && !(verb.verb === 'Dial' && verb.answerOnBridge);
}

function recover(leg: CallLeg, source: TwimlSource, error: unknown): Next {
  const known = error instanceof WebhookFailure || error instanceof TwimlError;
  const code = known ? error.code : 12_400;
  const message = error instanceof Error ? error.message : String(error);
  leg.log.record({ kind: 'error', code, message });
  const failedUrl = source.kind === 'fetch' ? source.callback.url : '';
  const { fallback } = leg;
  if (fallback && !(source.kind === 'fetch' && source.purpose === 'fallback')) {
    const params = { ErrorCode: String(code), ErrorUrl: failedUrl };
    return { kind: 'fetch', purpose: 'fallback', callback: fallback, params };
  }
  return apologise(leg);
}

/** What a caller hears when the host has nothing to say. */
export function apologise(leg: CallLeg): 'end' {
  leg.answer();
  leg.line.speak('twilio', apology);
  return 'end';
}
