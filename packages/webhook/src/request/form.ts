/** Parameters of a request: every value of every name, in the order they came. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/** No parameters. */
export const NO_FIELDS: Fields = new Map();

/** Reads `application/x-www-form-urlencoded` text as browsers do; malformed escapes stay as they are. */
export function parseForm(text: string): Fields {
  const fields = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    if (pair === '') {
      continue;
    }
    const equals = pair.indexOf('=');
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? '' : decode(pair.slice(equals + 1));
    const values = fields.get(name);
    if (values === undefined) {
      fields.set(name, [value]);
    } else {
      values.push(value);
    }
  }
  return fields;
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
  const fields = new Map<string, string[]>();
  for (const [name, item] of Object.entries(value)) {
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') {
      fields.set(name, [String(item)]);
    }
  }
  return fields;
}

/** The first value of a parameter; undefined when it is absent or empty, which Twilio uses alike. */
export function field(fields: Fields, name: string): string | undefined {
  return fields.get(name)?.[0] || undefined;
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
