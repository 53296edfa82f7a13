/** Parses a JSON body without trusting its content type; HTML of a gateway, broken JSON and nothing are `undefined`. */
export function readBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value as an object to read fields from, if it is one. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  // Any non-array object may be read by string keys; each field is checked where it is read.
  return value as Readonly<Record<string, unknown>>;
}

/** A non-empty string, or null: Twilio sends unset fields as `""` or `null`. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A moment in any form that Twilio writes, RFC 2822 or ISO 8601; null when it is none. */
export function dateOrNull(value: unknown): Date | null {
  const time = Date.parse(textOrNull(value) ?? '');
  return Number.isNaN(time) ? null : new Date(time);
}
