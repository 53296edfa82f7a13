import { element } from '/elements.js';
import { show } from '/numbers.js';

const at = (id) => document.getElementById(id);
const parts = {
  all: 'All calls',
  busy: 'When busy',
  'no-answer': 'No answer',
  unreachable: 'Switched off',
};
const behaviours = {
  answers: ['Answers', 'A person picks up'],
  'rings-out': ['Rings out', 'Nobody picks up'],
  busy: ['Busy', 'The line is in use'],
  voicemail: ['Voicemail', 'The carrier’s machine picks up'],
  unreachable: ['Off', 'The phone is switched off'],
};

/** E.164 numbers within a text, as people read them. */
const readable = (text) => text.replace(/\+1\d{10}\b/g, show);

export const nameOf = ({ carrier, kind }) => `${carrier} ${kind}`;

/** The conditions under which a line's calls go elsewhere, with the number. */
export function activeForwards({ forwards }) {
  return Object.keys(parts).flatMap((part) =>
    forwards[part]?.active ? [[parts[part], forwards[part].to, forwards[part].ringSeconds]] : [],
  );
}

/** The buttons that say what happens at the line when it is called. */
export function makeBehaviours(choose) {
  at('behaviours').replaceChildren(
    ...Object.entries(behaviours).map(([behaviour, [name, title]]) => {
      const button = element('button', '', name);
      button.type = 'button';
      button.title = title;
      button.dataset.behaviour = behaviour;
      button.addEventListener('click', () => choose(behaviour));
      return button;
    }),
  );
}

/** The twelve keys; each types one character. */
export function makeKeys() {
  const keys = at('keys');
  for (const digit of '123456789*0#') {
    const key = element('button', '', digit);
    key.type = 'button';
    key.setAttribute('aria-label', { '*': 'Star', '#': 'Pound' }[digit] ?? digit);
    key.addEventListener('click', () => {
      keys.value += digit;
    });
    at('handset-keys').append(key);
  }
  at('erase').addEventListener('click', () => {
    keys.value = keys.value.slice(0, -1);
    keys.focus();
  });
}

function showHeard({ heard, awaiting }) {
  const list = at('heard');
  const texts = heard.map(({ kind, text }) => element('li', kind, readable(text)));
  if (texts.length === 0) texts.push(element('li', 'idle', 'Dial a code, such as *72, or a number.'));
  list.replaceChildren(...texts);
  list.scrollTop = list.scrollHeight;
  at('keys').placeholder = awaiting ? 'Now the number' : '';
}

function showForwards(line) {
  const active = activeForwards(line);
  const rows = active.flatMap(([part, to, seconds]) => [
    element('dt', '', part),
    element('dd', '', show(to) + (seconds ? ` after ${seconds} s` : '')),
  ]);
  at('forwards').replaceChildren(...(rows.length > 0 ? rows : [element('dt', '', 'To the line itself')]));
}

/** Shows one line: its handset or its settings, how it behaves and where its calls go. */
export function showLine(line) {
  at('display-line').textContent = `${show(line.phoneNumber)} · ${nameOf(line)}`;
  at('handset').hidden = !line.hasCodes;
  at('settings').hidden = line.hasCodes;
  showHeard(line);
  showForwards(line);
  for (const button of at('behaviours').children) {
    button.setAttribute('aria-pressed', String(button.dataset.behaviour === line.behaviour));
  }
}
