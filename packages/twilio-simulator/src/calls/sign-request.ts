import { createHmac } from 'node:crypto';

/**
 * The `X-Twilio-Signature` of a request: base64 of HMAC-SHA1 over the address as configured, without its
 * fragment, followed by each form parameter's name and value in byte order of the names.
 * Source: https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function signRequest(
  authToken: string,
  url: string,
  form: Readonly<Record<string, string>> = {},
): string {
  const names = Object.keys(form).sort();
  const signed = names.reduce((data, name) => data + name + form[name], withoutFragment(url));
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

/** The address without `#…`, its other bytes untouched. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
