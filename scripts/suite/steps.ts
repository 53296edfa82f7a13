/** One step of the suite: a check that holds or not, or a Vitest project with many tests. */
export interface Step {
  readonly kind: 'check' | 'tests';
  readonly name: string;
  readonly what: string;
  readonly command: readonly [string, ...string[]];
}

function check(name: string, what: string, ...command: [string, ...string[]]): Step {
  return { kind: 'check', name, what, command };
}

function tests(name: string, what: string): Step {
  return { kind: 'tests', name, what, command: ['vitest', 'run', '--project', name] };
}

/** Every step, in the order in which a reader wants to hear of failures: cheap and general first. */
export function listSteps(): Step[] {
  const node = process.execPath;
  return [
    check('typecheck', 'TypeScript over every project', node, 'scripts/typecheck.ts'),
    check(
      'lint',
      'Biome: formatting, imports, sizes',
      'biome',
      'check',
      '--error-on-warnings',
      '--diagnostic-level=warn',
    ),
    check('check:house', 'names, sizes and the one-way graph', node, 'scripts/check-house.ts'),
    check('build', 'every package, as it is published', node, 'scripts/build.ts'),
    check('check:doors', 'the packed tarballs, from outside', node, 'scripts/check-doors.ts'),
    check('check:docs', 'examples in the documentation', node, 'scripts/check-docs.ts'),
    tests('unit', 'pure code and use cases'),
    tests('engines', 'storage on SQLite and PostgreSQL'),
    tests('simulator', 'the Twilio simulator and the webhook against the official SDK and documents'),
    tests('browser', 'the elements in Chromium'),
    tests('e2e', 'the example, from first click to greeting'),
  ];
}

/** The steps named by `--only a,b` in their usual order, all without it, or a sentence on what was wrong. */
export function pickSteps(steps: readonly Step[], args: readonly string[]): readonly Step[] | string {
  const names = steps.map((step) => step.name);
  const usage = `usage: node scripts/test.ts [--only ${names.join(',')}]`;
  if (args.length === 0) return steps;
  const [flag, list] = args[0]?.includes('=') ? args[0].split('=') : args;
  if (flag !== '--only' || list === undefined) return usage;
  const wanted = list.split(',');
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) return `no such step: ${unknown.join(', ')}\n${usage}`;
  return steps.filter((step) => wanted.includes(step.name));
}
