/** Parameters of a request: every value of every name, in the order they came; a list only where there are several. */
export type Fields = ReadonlyMap<string, string | readonly string[]>;

/** No parameters. */
export const NO_FIELDS: Fields = new Map();

/** Reads `application/x-www-form-urlencoded` text as browsers do; malformed escapes stay as they are. */
export function parseForm(text: string): Fields {
  const fields = new Map<string, string | string[]>();
  let start = 0;
  while (start < text.length) {
    const ampersand = text.indexOf('&', start);
    const end = ampersand === -1 ? text.length : ampersand;
    if (end > start) {
      const equals = text.indexOf('=', start);
      const nameEnd = equals === -1 || equals > end ? end : equals;
      add(fields, decode(text.slice(start, nameEnd)), decode(text.slice(nameEnd + 1, end)));
    }
    start = end + 1;
  }
  return fields;
}

function add(fields: Map<string, string | string[]>, name: string, value: string): void {
  const known = fields.get(name);
  if (known === undefined) {
    fields.set(name, value);
  } else if (typeof known === 'string') {
    fields.set(name, [known, value]);
  } else {
    known.push(value);
  }
}

/** Reads the top-level strings, numbers and booleans of a JSON object; undefined when it is not an object. */
export function parseJsonFields(text: string): Fields | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const fields = new Map<string, string>();
  for (const [name, item] of Object.entries(value)) {
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') {
      fields.set(name, String(item));
    }
  }
  return fields;
}

/** The first value of a parameter; undefined when it is absent or empty, which Twilio uses alike. */
export function field(fields: Fields, name: string): string | undefined {
  const value = fields.get(name);
  return (typeof value === 'object' ? value[0] : value) || undefined;
}

/** A parameter that should be a whole number of 0 or more; undefined when it is anything else. */
export function wholeNumberField(fields: Fields, name: string): number | undefined {
  const text = field(fields, name);
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function decode(part: string): string {
  const spaced = part.includes('+') ? part.replaceAll('+', ' ') : part;
  if (!spaced.includes('%')) {
    return spaced;
  }
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Only malformed escapes get here; the platform's parser keeps what it cannot read.
    return new URLSearchParams(`v=${part}`).get('v') ?? '';
  }
}
