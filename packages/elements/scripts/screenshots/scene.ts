import type { Page } from 'playwright-core';
import type { Beginning } from '../../test/scenes/index.ts';

/** One picture: how it begins and what is done until it is taken. */
export interface Scene {
  readonly begins: Beginning;
  readonly act?: (page: Page) => Promise<void>;
}
