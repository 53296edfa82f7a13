import type { SipAgent } from '@numberkit/contract';
import { removeForbiddenCharacters, twiml, type Verb } from '../twiml/index.ts';
import type { AgentContext } from './agent-context.ts';

const HEADER_NAME = /^X-[A-Za-z0-9-]+$/i;

/** Writes `<Dial><Sip>`. Headers travel in the query of the SIP address, as Twilio wants them. */
export function renderSip(agent: SipAgent, context: AgentContext): Verb {
  if (!/^sips?:[^\s]+$/i.test(agent.uri)) {
    throw new TypeError('agent.uri: not a SIP address. Give one such as sip:agent@sip.example.com.');
  }
  return twiml.dial(
    { action: context.actionUrl, method: 'POST', callerId: context.callerId, answerOnBridge: true },
    twiml.sip(withHeaders(agent, context), { username: agent.username, password: agent.password }),
  );
}

function withHeaders(agent: SipAgent, context: AgentContext): string {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(agent.headers ?? {})) {
    if (!HEADER_NAME.test(name)) {
      throw new TypeError('agent.headers: a name does not start with X-. Twilio passes on X- headers only.');
    }
    if (!OWN_HEADERS.some(([, own]) => own.toLowerCase() === name.toLowerCase())) {
      headers.set(name, value);
    }
  }
  const known: Readonly<Record<string, string | undefined>> = { ...context.owner, ...context.about };
  for (const [parameter, name] of OWN_HEADERS) {
    const value = known[parameter];
    if (value !== undefined) {
      headers.set(name, value);
    }
  }
  const query = [...headers].map(([name, value]) => `${name}=${encodeHeader(value)}`).join('&');
  if (query === '') {
    return agent.uri;
  }
  return agent.uri + (agent.uri.includes('?') ? '&' : '?') + query;
}

const OWN_HEADERS = [
  ['tenantId', 'X-Tenant-Id'],
  ['numberId', 'X-Number-Id'],
  ['calledNumber', 'X-Called-Number'],
  ['caller', 'X-Caller'],
  ['forwarded', 'X-Forwarded-Call'],
  ['stirVerstat', 'X-Stir-Verstat'],
] as const;

function encodeHeader(value: string): string {
  return encodeURIComponent(removeForbiddenCharacters(value));
}
