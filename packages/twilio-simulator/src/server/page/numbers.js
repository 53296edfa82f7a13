/** People who may call: pick one, or type any other number. */
export const callers = [
  ['+14155550111', 'Ana', 'San Francisco'],
  ['+12125550147', 'Ben', 'New York'],
  ['+13125550162', 'Chris', 'Chicago'],
  ['anonymous', 'Hidden', 'no number shown'],
];

/** `+14155550111` as `(415) 555-0111`; others as they are. */
export function show(phoneNumber) {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : phoneNumber;
}

/** What somebody typed, as E.164 where it can be; undefined when it is no phone number. */
export function read(typed) {
  const text = typed.trim();
  if (/^[a-z]+$/i.test(text)) return text.toLowerCase();
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+') && digits.length >= 7 && digits.length <= 15) return `+${digits}`;
  if (digits.length === 10) return `+1${digits}`;
  if (digits.length === 11 && digits.startsWith('1')) return `+${digits}`;
  return undefined;
}

function option(value, label) {
  const element = document.createElement('option');
  element.value = value;
  element.label = label;
  return element;
}

/** The named callers as buttons and as suggestions. */
export function fillCallers({ list, choices, choose }) {
  list.replaceChildren(...callers.map(([number, name, place]) => option(number, `${name}, ${place}`)));
  choices.replaceChildren(
    ...callers.map(([number, name, place]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.number = number;
      button.textContent = name;
      button.title = `${show(number)}, ${place}`;
      button.addEventListener('click', () => choose(number));
      return button;
    }),
  );
}

/** Marks the button of the number that is chosen. */
export function mark(choices, number) {
  for (const choice of choices.children) {
    choice.setAttribute('aria-pressed', String(choice.dataset.number === number));
  }
}

/** The account's numbers as buttons and as suggestions. */
export function fillNumbers(numbers, { list, choices, choose }) {
  list.replaceChildren(...numbers.map(({ phoneNumber, friendlyName }) => option(phoneNumber, friendlyName)));
  choices.hidden = numbers.length === 0;
  choices.replaceChildren(
    ...numbers.map(({ phoneNumber, friendlyName }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.number = phoneNumber;
      const number = document.createElement('span');
      number.className = 'number';
      number.textContent = show(phoneNumber);
      button.append(number);
      if (friendlyName !== show(phoneNumber)) {
        const name = document.createElement('span');
        name.className = 'name';
        name.textContent = friendlyName;
        button.append(name);
      }
      button.addEventListener('click', () => choose(phoneNumber));
      return button;
    }),
  );
}
