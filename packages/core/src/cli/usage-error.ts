/** The command line cannot be understood, or leaves out what is needed. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
