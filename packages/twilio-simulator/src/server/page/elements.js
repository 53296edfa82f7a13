/** An element with a class and a text. */
export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Names and values as a definition list. */
export function parameters(values) {
  const list = element('dl', 'params');
  for (const [name, value] of Object.entries(values))
    list.append(element('dt', '', name), element('dd', '', value));
  return list;
}

/** A JSON frame on one line with spaces; anything else as it is. */
export function pretty(frame) {
  try {
    return JSON.stringify(JSON.parse(frame), null, 1).replace(/\n\s*/g, ' ');
  } catch {
    return frame;
  }
}
