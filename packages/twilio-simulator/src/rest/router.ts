import type { Route } from './route.ts';

export interface RouteMatch {
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

/** Finds the route of a method and path; a literal segment beats a placeholder. */
export interface Router {
  match(method: string, pathname: string): RouteMatch | undefined;
  readonly routes: readonly Route[];
}

interface Compiled {
  route: Route;
  pattern: RegExp;
  names: string[];
}

function compile(route: Route): Compiled {
  const names: string[] = [];
  const source = route.template
    .split(/(\{\w+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replace(/[.+]/g, '\\$&');
      names.push(part.slice(1, -1));
      return '([^/]+?)';
    })
    .join('');
  return { route, names, pattern: new RegExp(`^${source}$`) };
}

export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map(compile).sort((a, b) => a.names.length - b.names.length);
  return {
    routes,
    match: (method, pathname) => {
      for (const { route, pattern, names } of compiled) {
        const found = route.method === method ? pattern.exec(pathname) : null;
        if (found === null) continue;
        const path = names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]);
        return { route, path: Object.fromEntries(path) };
      }
      return undefined;
    },
  };
}
