/**
 * Writes the query of a URL as Node's old `querystring` module would: decoded, grouped by name, encoded again.
 * Some of Twilio's back ends signed that form; the official SDK accepts it last, and so do we.
 */
export function legacyQuery(url: string): string {
  const start = url.indexOf('?');
  if (start === -1 || start === url.length - 1) {
    return url;
  }
  // A plain object on purpose: the module lists names that look like array indexes first, as objects do.
  const grouped: Record<string, string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
    grouped[name] ??= [];
    grouped[name].push(value);
  }
  const pairs = Object.entries(grouped).flatMap(([name, values]) =>
    values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
  );
  return `${url.slice(0, start)}?${pairs.join('&')}`;
}
