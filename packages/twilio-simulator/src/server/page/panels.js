import { element, parameters, pretty } from '/elements.js';
import { wireTabs } from '/tabs.js';

const purposes = {
  voice: 'Incoming call',
  fallback: 'Fallback',
  action: 'Action',
  redirect: 'Redirect',
  screen: 'Screen',
  'status-callback': 'Status callback',
  'recording-status': 'Recording status',
  'stream-status': 'Stream status',
};
const empties = {
  webhooks: 'Requests to your app appear here, with parameters and signature.',
  twiml: 'The TwiML your app answers with appears here.',
  frames: 'Messages between Twilio and your agent appear here.',
  problems: 'No warnings and no errors.',
};

const panel = (name) => document.getElementById(`panel-${name}`);
const counts = {};
/** Requests that have no answer yet. */
let waiting = [];

const count = (name, amount) => {
  counts[name] = amount;
  const badge = document.querySelector(`#tab-${name} .count`);
  badge.textContent = amount || '';
  badge.classList.toggle('alarm', name === 'problems' && amount > 0);
};
const add = (name, content) => {
  if (counts[name] === 0) panel(name).replaceChildren();
  panel(name).append(content);
  count(name, counts[name] + 1);
};
/** Empties the four panels of a call. */
export function clearPanels() {
  waiting = [];
  for (const [name, text] of Object.entries(empties)) {
    count(name, 0);
    panel(name).replaceChildren(element('p', 'empty', text));
  }
}

function webhook(event) {
  const box = element('details');
  box.open = counts.webhooks === 0;
  const badge = element('span', 'badge plain', 'Waiting');
  const summary = element('summary');
  const title = purposes[event.purpose] + (event.attempt > 1 ? `, try ${event.attempt}` : '');
  summary.append(
    element('span', 'what', title),
    element('span', 'where', `${event.method} ${event.url}`),
    badge,
  );
  const inside = element('div', 'inside');
  inside.append(
    parameters({
      ...event.params,
      'X-Twilio-Signature': event.signature,
      'I-Twilio-Idempotency-Token': event.idempotencyToken,
    }),
  );
  box.append(summary, inside);
  waiting.push({ purpose: event.purpose, badge });
  add('webhooks', box);
}

function settle(event, text, good) {
  const index = waiting.findIndex(({ purpose }) => purpose === event.purpose);
  if (index === -1) return;
  const [{ badge }] = waiting.splice(index, 1);
  badge.textContent = text;
  badge.className = `badge ${good ? 'good' : 'bad'}`;
}

function frame(event, who) {
  const line = element('div', event.kind === 'socket-sent' ? 'frame sent' : 'frame');
  const way = element('span', 'way', who);
  way.title = new Date(event.at).toLocaleTimeString();
  line.append(way, element('pre', '', event.frame ? pretty(event.frame) : event.text));
  add('frames', line);
}

function trouble(event, kind) {
  const line = element('div', 'trouble');
  line.append(element('span', `badge ${kind === 'error' ? 'bad' : 'plain'}`, `${kind} ${event.code}`));
  line.append(element('p', '', event.message));
  add('problems', line);
}
const handlers = {
  webhook,
  'webhook-response': (event) => settle(event, `HTTP ${event.status}`, event.status < 300),
  'webhook-failure': (event) => {
    settle(event, 'Failed', false);
    trouble(event, 'error');
  },
  twiml: (event) => {
    const box = element('div');
    if (event.url) box.append(element('p', 'note', `From ${event.url}`));
    box.append(element('pre', '', event.pretty));
    add('twiml', box);
  },
  'socket-open': (event) => frame({ at: event.at, text: `Connected to ${event.url}` }, 'Twilio'),
  'socket-sent': (event) => frame(event, 'To agent'),
  'socket-received': (event) => frame(event, 'From agent'),
  'socket-close': (event) =>
    frame({ at: event.at, text: `Closed with code ${event.code} ${event.reason}` }, 'Twilio'),
  warning: (event) => trouble(event, 'warning'),
  error: (event) => trouble(event, 'error'),
};

/** Shows one event of the call's log where it belongs. */
export function putEvent(event) {
  handlers[event.kind]?.(event);
}

wireTabs([...document.querySelectorAll('[role=tab]')]);
clearPanels();
