import type { Mounted } from '../mount.ts';
import type { Beginning } from './beginnings.ts';

/** One state that somebody can see: how it begins, what is done, and words by which it is known to be there. */
export interface Scene {
  readonly begins: Beginning;
  readonly act?: (mounted: Mounted) => void | Promise<void>;
  readonly shows: string;
  /** A wait takes the place of the main action. */
  readonly waits?: true;
}
