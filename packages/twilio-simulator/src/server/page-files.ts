import { readFile } from 'node:fs/promises';

/** The files of the web phone, by path, with their content types. Nothing else is served from the disk. */
const files: Readonly<Record<string, readonly [name: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/base.css': ['base.css', 'text/css; charset=utf-8'],
  '/phone.css': ['phone.css', 'text/css; charset=utf-8'],
  '/lines.css': ['lines.css', 'text/css; charset=utf-8'],
  '/panels.css': ['panels.css', 'text/css; charset=utf-8'],
  '/phone.js': ['phone.js', 'text/javascript; charset=utf-8'],
  '/simulator-api.js': ['simulator-api.js', 'text/javascript; charset=utf-8'],
  '/numbers.js': ['numbers.js', 'text/javascript; charset=utf-8'],
  '/lines.js': ['lines.js', 'text/javascript; charset=utf-8'],
  '/handset.js': ['handset.js', 'text/javascript; charset=utf-8'],
  '/transcript.js': ['transcript.js', 'text/javascript; charset=utf-8'],
  '/elements.js': ['elements.js', 'text/javascript; charset=utf-8'],
  '/tabs.js': ['tabs.js', 'text/javascript; charset=utf-8'],
  '/panels.js': ['panels.js', 'text/javascript; charset=utf-8'],
  '/bill.js': ['bill.js', 'text/javascript; charset=utf-8'],
  '/favicon.svg': ['favicon.svg', 'image/svg+xml'],
};

const headers = {
  'content-security-policy':
    "default-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

/** The web phone's file for a path, or undefined when the path is not one of its. */
export async function pageFile(method: string, pathname: string): Promise<Response | undefined> {
  const file = files[pathname];
  if (!file || (method !== 'GET' && method !== 'HEAD')) return undefined;
  const [name, type] = file;
  const body = await readFile(new URL(`./page/${name}`, import.meta.url), 'utf8');
  return new Response(method === 'HEAD' ? null : body, { headers: { ...headers, 'content-type': type } });
}
