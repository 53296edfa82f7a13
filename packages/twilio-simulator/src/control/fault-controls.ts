import type { FaultHandle, FaultMatch, FaultRule, Faults } from '../faults/index.ts';
import { ControlProblem, type ControlRoute } from './control-route.ts';

const show = ({ id, rule, matched, struck }: FaultHandle) => {
  const path = rule.match?.path;
  const match = path instanceof RegExp ? { ...rule.match, path: { regex: path.source } } : rule.match;
  return { id, rule: { ...rule, match }, matched, struck };
};

/** JSON has no regular expressions: `{ "path": { "regex": "…" } }` stands for one. */
function readRule(body: Readonly<Record<string, unknown>>): FaultRule {
  // Shape and ranges are checked by faults.add; only the path needs a translation.
  const rule = body as unknown as FaultRule;
  const path: unknown = rule.match?.path;
  if (typeof path !== 'object' || path === null || !('regex' in path)) return rule;
  if (typeof path.regex !== 'string') throw new ControlProblem('match.path.regex must be a text');
  const match: FaultMatch = { ...rule.match, path: new RegExp(path.regex) };
  return { ...rule, match };
}

export function faultControls(faults: Faults): ControlRoute[] {
  return [
    { method: 'GET', path: '/faults', handle: () => ({ faults: faults.list().map(show) }) },
    { method: 'POST', path: '/faults', handle: ({ body }) => show(faults.add(readRule(body))) },
    { method: 'DELETE', path: '/faults', handle: () => faults.clear() },
    {
      method: 'DELETE',
      path: '/faults/:id',
      handle: ({ path }) => {
        const fault = faults.list().find(({ id }) => id === path.id);
        if (fault === undefined) throw new ControlProblem(`No fault ${path.id ?? ''}`, 404);
        fault.remove();
      },
    },
  ];
}
