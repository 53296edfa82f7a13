import { element } from '/elements.js';
import { activeForwards, makeBehaviours, makeKeys, nameOf, showLine } from '/handset.js';
import { read, show } from '/numbers.js';
import * as api from '/simulator-api.js';

const at = (id) => document.getElementById(id);
let lines = [];
let carriers = [];
/** The number of the line on show. */
let chosen;

function problem(text) {
  at('line-problem').hidden = !text;
  at('line-problem').textContent = text ?? '';
}

function attempt(work) {
  problem();
  return work().catch((error) => problem(error.message));
}

const current = () => lines.find(({ phoneNumber }) => phoneNumber === chosen);

/** The existing line of a number, if it is one. */
export const findLine = (phoneNumber) => lines.find((line) => line.phoneNumber === phoneNumber);
export { nameOf };

function choice(line) {
  const button = element('button');
  button.type = 'button';
  button.dataset.number = line.phoneNumber;
  button.setAttribute('aria-pressed', String(line.phoneNumber === chosen));
  const forwarded = activeForwards(line).length > 0;
  const name = element('span', 'name', `${line.carrier} `);
  name.append(element('span', 'kind', line.kind));
  button.append(
    name,
    element('span', 'number', show(line.phoneNumber)),
    element('span', forwarded ? 'state on' : 'state', forwarded ? 'Forwarded' : 'Not forwarded'),
  );
  button.addEventListener('click', () => choose(line.phoneNumber));
  return button;
}

function choose(phoneNumber) {
  if (chosen !== phoneNumber) at('keys').value = '';
  chosen = phoneNumber;
  problem();
  draw();
}

function draw() {
  const focused = document.activeElement?.closest('#line-choices button')?.dataset.number;
  at('line-choices').replaceChildren(...lines.map(choice));
  if (focused) at('line-choices').querySelector(`[data-number="${focused}"]`)?.focus();
  const line = current();
  at('no-lines').hidden = lines.length > 0;
  at('line').hidden = !line;
  if (line) showLine(line);
}

export async function loadLines() {
  lines = await api.listLines();
  if (!current()) chosen = lines[0]?.phoneNumber;
  draw();
}

async function dial(watch) {
  const keys = at('keys').value.trim();
  if (keys === '') return;
  const { callSid } = await api.dialOnLine(chosen, keys);
  at('keys').value = '';
  await loadLines();
  if (callSid) await watch(callSid);
}

async function saveSettings() {
  const to = read(at('settings-to').value);
  if (!to) throw new Error('Enter a phone number, such as +1 415 555 0100.');
  await api.forwardLine(chosen, 'all', to);
  at('settings-to').value = '';
  await loadLines();
}

function showForm(on) {
  at('new-line').hidden = !on;
  at('add-line').setAttribute('aria-expanded', String(on));
  (on ? at('line-number') : at('add-line')).focus();
}

async function addLine() {
  const phoneNumber = read(at('line-number').value);
  if (!phoneNumber) throw new Error('Enter a phone number, such as +1 510 234 0199.');
  const carrier = at('line-carrier').value.trim();
  if (!carrier) throw new Error('Enter a carrier. One that is not in the list follows the standard.');
  await api.addLine({ phoneNumber, carrier, kind: at('line-kind').value });
  chosen = phoneNumber;
  at('new-line').reset();
  showForm(false);
  await loadLines();
}

/** A carrier that serves one kind only decides the kind. */
function offerKinds() {
  const known = carriers.find(
    ({ name }) => name.toLowerCase() === at('line-carrier').value.trim().toLowerCase(),
  );
  const select = at('line-kind');
  for (const option of select.options) option.disabled = known ? !known.kinds.includes(option.value) : false;
  if (select.selectedOptions[0]?.disabled) select.value = known.kinds[0];
}

async function loadCarriers() {
  carriers = await api.listCarriers();
  const names = [...new Set(carriers.map(({ name }) => name))];
  at('carriers').replaceChildren(
    ...names.map((name) => {
      const option = element('option');
      option.value = name;
      return option;
    }),
  );
}

const onSubmit = (form, work) =>
  at(form).addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(work);
  });
const onClick = (button, work) => at(button).addEventListener('click', () => attempt(async () => work()));

/** Wires the part of the page about lines. `watch` shows a call in the inspector, `call` prepares the web phone. */
export function wireLines({ watch, call }) {
  makeBehaviours((behaviour) => attempt(() => api.setLine(chosen, { behaviour }).then(loadLines)));
  makeKeys();
  onSubmit('handset', () => dial(watch));
  onSubmit('settings', saveSettings);
  onSubmit('new-line', addLine);
  onClick('handset-hangup', () => api.hangUpLine(chosen));
  onClick('settings-off', () => api.forwardLine(chosen, 'all', null).then(loadLines));
  onClick('add-line', () => showForm(at('new-line').hidden));
  onClick('line-cancel', () => showForm(false));
  onClick('call-line', () => call(chosen));
  onClick('remove-line', () => api.removeLine(chosen).then(loadLines));
  at('line-carrier').addEventListener('input', offerKinds);
  attempt(loadCarriers);
}
