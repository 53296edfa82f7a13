import { type Context, type ExitCode, print } from './context.ts';

/** `migrate` */
export async function migrate(context: Context): Promise<ExitCode> {
  await context.numberkit.ready();
  const { terminal } = context;
  print(context, { migrated: true }, () => [`${terminal.paint('good', '✓')} The schema is up to date.`]);
  return 0;
}
