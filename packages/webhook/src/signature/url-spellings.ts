import { legacyQuery } from './legacy-query.ts';

/**
 * The spellings of a URL that Twilio may have signed, likeliest first, each once.
 *
 * Trying several is safe: each needs the secret token to match. They exist because Twilio signs with or
 * without the port, and because a URL parser on the way here may have escaped what Twilio sent raw.
 * The official SDK tries the same ones (https://github.com/twilio/twilio-node/pull/1194), except the last.
 */
export function* urlSpellings(url: string): Generator<string> {
  const fragment = url.indexOf('#');
  const raw = fragment === -1 ? url : url.slice(0, fragment);
  // Nearly every request is signed just so; what follows is prepared only when it is not.
  yield raw;
  const seen = new Set<string>([raw]);
  for (const spelling of candidates(raw)) {
    if (!seen.has(spelling)) {
      seen.add(spelling);
      yield spelling;
    }
  }
}

function* candidates(raw: string): Generator<string> {
  yield withoutPort(raw);
  yield withPort(raw);
  yield* bothPorts(withoutEscapes(raw, /%27/g));
  const normalized = normalize(raw);
  if (normalized !== undefined) {
    yield* bothPorts(normalized);
    yield legacyQuery(withoutPort(normalized));
    yield legacyQuery(withPort(normalized));
  }
  // `new Request()` escapes these in a query; Twilio signs them as they were sent.
  yield* bothPorts(withoutEscapes(raw, /%(?:22|27|3C|3E)|(?:%[89A-F][0-9A-F])+/g));
}

function* bothPorts(url: string): Generator<string> {
  yield withoutPort(url);
  yield withPort(url);
}

interface UrlParts {
  readonly scheme: string;
  readonly userInfo: string;
  readonly host: string;
  readonly port: string;
  readonly rest: string;
}

/** Splits without normalising, so that every character stays as it was signed. */
function split(url: string): UrlParts | undefined {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*@)?(\[[^\]]*\]|[^/?#:@]*)(:[^/?#]*)?(.*)$/is.exec(url);
  if (match === null) {
    return undefined;
  }
  const [, scheme = '', userInfo = '', host = '', port = '', rest = ''] = match;
  return { scheme, userInfo, host, port, rest };
}

function withoutPort(url: string): string {
  const parts = split(url);
  return parts === undefined ? url : parts.scheme + parts.userInfo + parts.host + parts.rest;
}

function withPort(url: string): string {
  const parts = split(url);
  if (parts === undefined || parts.port !== '') {
    return url;
  }
  const secure = /^(?:https|wss):/i.test(parts.scheme);
  return `${parts.scheme}${parts.userInfo}${parts.host}:${secure ? 443 : 80}${parts.rest}`;
}

function normalize(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).toString() : undefined;
}

function withoutEscapes(url: string, escapes: RegExp): string {
  const query = url.indexOf('?');
  if (query === -1) {
    return url;
  }
  return url.slice(0, query) + url.slice(query).replace(escapes, unescapeOrKeep);
}

function unescapeOrKeep(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}
