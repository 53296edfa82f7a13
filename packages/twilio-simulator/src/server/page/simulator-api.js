const base = '/_simulator';

/** Asks the simulator; rejects with its own message. */
async function ask(method, path, body) {
  const response = await fetch(base + path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Error('The simulator does not answer. Is it still running?');
  });
  if (response.status === 204) return undefined;
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? `The simulator answered ${response.status}.`);
  return answer;
}

export const listNumbers = async () => (await ask('GET', '/numbers')).numbers;
export const readBill = () => ask('GET', '/bill');
export const listCalls = async () => (await ask('GET', '/calls')).calls;
export const readCall = (sid) => ask('GET', `/calls/${sid}`);
export const dial = (call) => ask('POST', '/calls', call);
export const act = (sid, verb, body = {}) => ask('POST', `/calls/${sid}/${verb}`, body);

const lineOf = (phoneNumber) => `/lines/${encodeURIComponent(phoneNumber)}`;
export const listLines = async () => (await ask('GET', '/lines')).lines;
export const listCarriers = async () => (await ask('GET', '/carriers')).carriers;
export const addLine = (line) => ask('POST', '/lines', line);
export const setLine = (phoneNumber, settings) => ask('POST', lineOf(phoneNumber), settings);
export const removeLine = (phoneNumber) => ask('DELETE', lineOf(phoneNumber));
export const dialOnLine = (phoneNumber, keys) => ask('POST', `${lineOf(phoneNumber)}/dial`, { keys });
export const hangUpLine = (phoneNumber) => ask('POST', `${lineOf(phoneNumber)}/hangup`);
export const forwardLine = (phoneNumber, part, to) =>
  ask('POST', `${lineOf(phoneNumber)}/forward`, { part, to });

/** Live events; the browser reconnects by itself. */
export function listen({ onState, onLines, onCall, onTranscript, onEvent, onConnection }) {
  const source = new EventSource(`${base}/live`);
  const on = (name, handle) => source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  on('state', onState);
  on('lines', onLines);
  on('call', onCall);
  on('transcript', onTranscript);
  on('event', onEvent);
  source.addEventListener('open', () => onConnection(true));
  source.addEventListener('error', () => onConnection(false));
}
