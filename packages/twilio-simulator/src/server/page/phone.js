import { showBill } from '/bill.js';
import { findLine, loadLines, nameOf, wireLines } from '/lines.js';
import { callers, fillCallers, fillNumbers, mark, read, show } from '/numbers.js';
import { clearPanels, putEvent } from '/panels.js';
import { act, dial, listCalls, listen, listNumbers, readBill, readCall } from '/simulator-api.js';
import { createTranscript } from '/transcript.js';

const at = (id) => document.getElementById(id);
const from = at('from');
const to = at('to');
const transcript = createTranscript(at('transcript'));
const finals = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];
const statuses = {
  queued: 'Waiting for a turn',
  ringing: 'Ringing',
  'in-progress': 'Connected',
  completed: 'Call ended',
  busy: 'Busy',
  failed: 'Could not be connected',
  'no-answer': 'No answer',
  canceled: 'Canceled',
};
let numbers = [];
/** What stands in the field without anybody's doing. */
let offered = '';
let sid;
/** The call whose webhooks are on show: the phone's, or the one a handset made last. */
let inspected;
let lastEvent = 0;
/** Live news of a call whose beginning is still being fetched; undefined once it is complete. */
let held;

function problem(text) {
  at('problem').hidden = !text;
  at('problem').textContent = text ?? '';
}

/** Runs what a button does; a failure is shown and nothing is lost. */
function attempt(work) {
  problem();
  return work().catch((error) => problem(error.message));
}

function noteOf(number) {
  if (numbers.length === 0) return 'No numbers yet: buy one in the app, it appears here by itself.';
  if (to.value.trim() === '') return 'Pick a number or type any other.';
  if (!read(to.value)) return '';
  const line = findLine(read(to.value));
  if (line) return `An existing line: ${nameOf(line)}.`;
  if (!number) return 'Nobody owns this number: you will hear that it is not in service.';
  if (number.voiceRoute.kind === 'none') return 'This number has no voice URL yet, so nobody can answer.';
  return '';
}

function refresh() {
  const wanted = read(to.value);
  const number = numbers.find(({ phoneNumber }) => phoneNumber === wanted);
  at('to-note').textContent = noteOf(number);
  mark(at('number-choices'), wanted);
  mark(at('caller-choices'), read(from.value));
}

/** Fills a field as if somebody had typed it. */
function choose(input, phoneNumber) {
  input.value = phoneNumber;
  input.dispatchEvent(new Event('input'));
}

/** Until somebody says whom to call, it is the number that was bought last. */
function offerNewest() {
  const newest = numbers[0]?.phoneNumber ?? '';
  if (to.value !== offered) return;
  to.value = newest;
  offered = newest;
}

async function loadNumbers() {
  numbers = await listNumbers();
  fillNumbers(numbers, {
    list: at('numbers'),
    choices: at('number-choices'),
    choose: (phoneNumber) => choose(to, phoneNumber),
  });
  offerNewest();
  refresh();
}

const loadBill = async () => showBill(at('panel-bill'), await readBill());

function showStatus(call) {
  const over = finals.includes(call.status);
  at('party-status').textContent = statuses[call.status] ?? call.status;
  at('hangup').hidden = over;
  at('again').hidden = !over;
  for (const control of ['say', 'send', 'interrupt', 'keypad-toggle']) at(control).disabled = over;
  if (over) showKeypad(false);
  if (over && at('live').dataset.over !== call.sid) {
    at('live').dataset.over = call.sid;
    const seconds = call.durationSeconds;
    transcript.note(seconds ? `${statuses[call.status]} after ${seconds} s` : statuses[call.status]);
  }
}

function showKeypad(on) {
  at('keypad').hidden = !on;
  at('keypad-toggle').setAttribute('aria-expanded', String(on));
}

/** Empties the inspector for another call. */
function inspect(callSid) {
  inspected = callSid;
  lastEvent = 0;
  clearPanels();
}

function open(call) {
  sid = call.sid;
  held = [];
  inspect(sid);
  transcript.clear(findLine(call.to) ? 'They' : undefined);
  at('dialler').hidden = true;
  at('live').hidden = false;
  delete at('live').dataset.over;
  at('party-number').textContent = show(call.direction === 'inbound' ? call.to : call.from);
}

/** First what the fetched call tells, then what came live meanwhile: in order, and each thing once. */
function catchUp(call) {
  if (call.sid !== inspected) return;
  const news = [
    ...call.transcript.map((entry) => ({ entry })),
    ...call.events.map((event) => ({ event })),
    ...held,
  ];
  held = undefined;
  for (const item of [...news, { call }]) tell({ sid: call.sid, ...item });
}

function tell(news) {
  if (news.sid !== sid && news.sid !== inspected) return;
  if (held) held.push(news);
  else if (news.event) tellEvent(news);
  else if (news.sid !== sid) return;
  else if (news.entry) transcript.put(news.entry);
  else showStatus(news.call);
}

function tellEvent({ sid: of, event }) {
  if (of !== inspected || event.seq <= lastEvent) return;
  lastEvent = event.seq;
  putEvent(event);
}

/** Shows what a handset's call asks the host, unless the web phone is on a call of its own. */
async function watch(callSid) {
  const own = sid && !at('hangup').hidden;
  if (own) return;
  held = [];
  inspect(callSid);
  catchUp(await readCall(callSid));
}

/** Puts a line into the web phone, ready to be called. */
function prepareCall(phoneNumber) {
  if (at('hangup').hidden || !sid) newCall();
  choose(to, phoneNumber);
  at('call').focus();
}

function newCall() {
  sid = undefined;
  at('live').hidden = true;
  at('dialler').hidden = false;
  at('call').focus();
}

async function startCall() {
  const caller = read(from.value);
  const called = read(to.value);
  if (!caller) from.setAttribute('aria-invalid', 'true');
  if (!called) {
    to.setAttribute('aria-invalid', 'true');
    to.focus();
  }
  if (!caller || !called) throw new Error('Enter a phone number, such as +1 415 555 0100.');
  open(await dial({ from: caller, to: called }));
  catchUp(await readCall(sid));
  at('say').focus();
}

async function speak(verb) {
  const text = at('say').value.trim();
  if (text === '' && verb === 'say') return;
  at('say').value = '';
  await act(sid, verb, text === '' ? {} : { text });
  at('say').focus();
}

function makeKeypad() {
  for (const digit of '123456789*0#') {
    const key = document.createElement('button');
    key.type = 'button';
    key.textContent = digit;
    key.setAttribute('aria-label', { '*': 'Star', '#': 'Pound' }[digit] ?? digit);
    key.addEventListener('click', () => attempt(() => act(sid, 'press', { digits: digit })));
    at('keypad').append(key);
  }
}

function wire() {
  fillCallers({
    list: at('callers'),
    choices: at('caller-choices'),
    choose: (number) => choose(from, number),
  });
  makeKeypad();
  from.value = callers[0][0];
  to.value = new URLSearchParams(location.search).get('to') ?? '';
  for (const input of [from, to]) {
    input.addEventListener('input', () => {
      input.removeAttribute('aria-invalid');
      problem();
      refresh();
    });
  }
  const onSubmit = (form, work) =>
    at(form).addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(work);
    });
  onSubmit('dialler', startCall);
  onSubmit('speech', () => speak('say'));
  at('interrupt').addEventListener('click', () => attempt(() => speak('interrupt')));
  at('hangup').addEventListener('click', () => attempt(() => act(sid, 'hangup')));
  at('keypad-toggle').addEventListener('click', () => {
    showKeypad(at('keypad').hidden);
  });
  at('again').addEventListener('click', newCall);
}

/** Did somebody outside make it, such as this phone? Not a handset's activation, nor a test call that came back. */
const isStrangers = ({ direction, from, forwardedFrom }) =>
  direction === 'inbound' &&
  !forwardedFrom &&
  !findLine(from) &&
  !numbers.some(({ phoneNumber }) => phoneNumber === from);

/** A reload in the middle of a call finds it again. */
async function resume() {
  await Promise.all([loadNumbers(), loadLines()]);
  const live = (await listCalls()).find((call) => isStrangers(call) && !finals.includes(call.status));
  if (!live || sid) return;
  open(live);
  catchUp(await readCall(live.sid));
}

wire();
wireLines({ watch, call: prepareCall });
refresh();
listen({
  onLines: () => attempt(() => loadLines().then(refresh)),
  onState: () => attempt(() => Promise.all([loadNumbers(), loadBill()])),
  onCall: (call) => tell({ sid: call.sid, call }),
  onTranscript: tell,
  onEvent: tell,
  onConnection: (on) => {
    at('connection').textContent = on ? 'Live' : 'Reconnecting';
    at('connection').classList.toggle('on', on);
    if (on) attempt(resume);
  },
});
