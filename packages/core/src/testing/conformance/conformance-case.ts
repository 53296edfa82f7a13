import type { Vault } from '../../privacy/index.ts';
import type { Storage, StorageProvider } from '../../storage/index.ts';

/** An empty database that one case has for itself. */
export interface ConformanceDatabase {
  /**
   * The database, not yet migrated. Each `open` must give connections of its own, as another process would have:
   * the races are run between several of them.
   */
  readonly provider: StorageProvider;
  /** Everything that lies in the database, as text: each column of each row. Searched for clear phone numbers. */
  dump(): Promise<string>;
  /** Removes the database. Called after every storage on it was closed. */
  dispose(): Promise<void>;
}

/** The storage adapter to be examined. */
export interface ConformanceSubject {
  /** For titles, such as `PostgreSQL 18`. */
  readonly name: string;
  /** Makes an empty database. */
  open(): Promise<ConformanceDatabase>;
}

/** One case, for any test runner: `test(title, run)`. `run` rejects with an AssertionError when it fails. */
export interface ConformanceCase {
  readonly title: string;
  run(): Promise<void>;
}

/** What the body of a case works with. */
export interface CaseContext {
  /** Open and migrated. */
  readonly storage: Storage;
  /** The same database through connections of its own; closed after the case. */
  connect(vault?: Vault): Promise<Storage>;
  dump(): Promise<string>;
}

/** A case before it is bound to a subject. */
export interface CaseBody {
  readonly title: string;
  run(context: CaseContext): Promise<void>;
}
