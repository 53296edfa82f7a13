import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { NumberkitError } from '../errors.ts';
import { privacyErrors } from './errors.ts';
import { type KeyRing, parseKeyRing } from './key-ring.ts';

/** The environment variables that are read; `process.env` fits. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a development key is kept, and which environment decides whether it may be. */
export interface DevelopmentKeysOptions {
  /** Path of the key file. Keep it out of version control, such as in `.data/`. */
  readonly file: string;
  /** `process.env` unless told. */
  readonly environment?: Environment;
}

/**
 * A key ring for the developer's own machine: made on first use, then kept in `file` with mode 0600. When the
 * folder is new, it gets a `.gitignore` that ignores everything in it.
 *
 * @throws NumberkitError `development-keys` when `NODE_ENV` is `production`, `keys-invalid` when the file was
 * damaged.
 * @example
 * const keys = developmentKeys({ file: '.data/numberkit.key' });
 */
export function developmentKeys(options: DevelopmentKeysOptions): KeyRing {
  const environment = options.environment ?? process.env;
  if (environment.NODE_ENV === 'production') {
    throw new NumberkitError(privacyErrors.developmentKeys, {
      detail: 'NODE_ENV is "production", so the development key file is not used.',
    });
  }
  const file = resolve(options.file);
  if (!existsSync(file)) createKeyFile(file);
  const lines = readFileSync(file, 'utf8').split('\n');
  return parseKeyRing(lines.filter((line) => !line.startsWith('#')).join(','), options.file);
}

/**
 * The key ring of a server: `NUMBERKIT_KEYS` when set, else, outside production, the development key file.
 *
 * @throws NumberkitError `keys-missing` in production without `NUMBERKIT_KEYS`, `keys-invalid` when it cannot
 * be read.
 * @example
 * const keys = environmentKeys({ file: '.data/numberkit.key' });
 */
export function environmentKeys(options: DevelopmentKeysOptions): KeyRing {
  const environment = options.environment ?? process.env;
  const text = environment.NUMBERKIT_KEYS?.trim() ?? '';
  if (text !== '') return parseKeyRing(text);
  if (environment.NODE_ENV === 'production') {
    throw new NumberkitError(privacyErrors.keysMissing, {
      detail: 'NODE_ENV is "production" and NUMBERKIT_KEYS is not set.',
    });
  }
  return developmentKeys(options);
}

function createKeyFile(file: string): void {
  const folder = dirname(file);
  // Names the first folder it made, nothing when the folder was there.
  if (mkdirSync(folder, { recursive: true }) !== undefined) {
    writeFileSync(join(folder, '.gitignore'), '*\n');
  }
  // Two processes may start at once: each writes a file of its own, and the link lets exactly one of them become
  // the key file, complete from the first moment it can be read.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const text = `# Development encryption key of numberkit. Do not commit it, do not use it in production.
dev:${randomBytes(32).toString('base64')}
`;
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
