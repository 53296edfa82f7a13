import type { Fields } from '../request/index.ts';

/**
 * What Twilio appends to the URL before it signs a form: each name and its values, names sorted, nothing between.
 * A repeated name contributes its unique values, sorted, as the official SDK does it.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function signedFields(fields: Fields): string {
  let text = '';
  for (const name of [...fields.keys()].sort()) {
    const value = fields.get(name);
    if (typeof value === 'object') {
      for (const one of [...new Set(value)].sort()) {
        text += name + one;
      }
    } else {
      text += name + value;
    }
  }
  return text;
}

/** The `bodySHA256` a URL carries when Twilio sent a body that is not a form; undefined when it has none. */
export function bodyHashIn(url: string): string | undefined {
  const query = url.indexOf('?');
  if (query === -1 || !url.includes('bodySHA256', query)) {
    return undefined;
  }
  return new URLSearchParams(url.slice(query + 1)).get('bodySHA256') ?? undefined;
}
