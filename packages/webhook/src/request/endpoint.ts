/** What lives below the voice URL. The empty path is the voice URL itself. */
export const ENDPOINT_PATHS = {
  voice: '',
  action: '/action',
  recovery: '/recovery',
  recording: '/recording',
  status: '/status',
  fallback: '/fallback',
} as const;

/** One of the addresses Twilio calls. */
export type Endpoint = keyof typeof ENDPOINT_PATHS;

/** The public URL, checked and split. */
export interface PublicUrl {
  /** Without trailing slash. */
  readonly href: string;
  /** The path of `href`; empty when it has none. */
  readonly path: string;
}

/** Where a request went, and the URL Twilio signed. */
export interface Destination {
  readonly endpoint: Endpoint;
  readonly signedUrl: string;
}

/**
 * Checks the public URL. Throws `TypeError` when it is not an absolute http(s) address, or carries a query,
 * a fragment or credentials.
 */
export function parsePublicUrl(value: string): PublicUrl {
  const match = /^(https?:\/\/[^/?#@\s]+)(\/[^?#\s]*)?$/i.exec(value);
  if (match === null) {
    throw new TypeError(
      'publicUrl: not a plain http(s) address. Give the address Twilio calls, such as ' +
        'https://app.example.com/twilio/voice, without query, fragment and credentials.',
    );
  }
  const href = value.replace(/\/+$/, '');
  return { href, path: (match[2] ?? '').replace(/\/+$/, '') };
}

/**
 * Finds the endpoint of a request and the URL Twilio signed for it.
 *
 * Behind a proxy the request shows another scheme, host, port or path prefix than Twilio used, so those come
 * from the public URL; the path below it and the raw query come from the request. When a mount or proxy has
 * stripped the prefix, the last path segment decides.
 *
 * @param target the raw path and query, as received.
 */
export function findDestination(publicUrl: PublicUrl, target: string): Destination | undefined {
  const queryStart = target.indexOf('?');
  const path = queryStart === -1 ? target : target.slice(0, queryStart);
  const query = queryStart === -1 ? '' : target.slice(queryStart);
  const below = pathBelow(publicUrl.path, path);
  const endpoint = below === undefined ? lastSegmentEndpoint(path) : exactEndpoint(below);
  if (endpoint === undefined) {
    return undefined;
  }
  return { endpoint, signedUrl: publicUrl.href + (below ?? ENDPOINT_PATHS[endpoint]) + query };
}

function pathBelow(base: string, path: string): string | undefined {
  if (path === base || path.startsWith(`${base}/`)) {
    const below = path.slice(base.length);
    // A public URL without a path is requested as `/`, yet signed as configured; URL candidates cover both.
    return base === '' && below === '/' ? '' : below;
  }
  return undefined;
}

function exactEndpoint(below: string): Endpoint | undefined {
  const wanted = below.endsWith('/') ? below.slice(0, -1) : below;
  return endpointNames.find((name) => ENDPOINT_PATHS[name] === wanted);
}

function lastSegmentEndpoint(path: string): Endpoint {
  const segment = path.slice(path.lastIndexOf('/'));
  return endpointNames.find((name) => ENDPOINT_PATHS[name] === segment) ?? 'voice';
}

// The keys of a constant object literal are exactly its type's keys, which Object.keys cannot know.
const endpointNames = Object.keys(ENDPOINT_PATHS) as Endpoint[];
