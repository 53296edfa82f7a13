import type { Storage } from './storage.ts';

/** A database that opens itself at first use. */
export interface OpenOnce {
  /** Opens and migrates at the first call; a failed opening is tried again at the next one. */
  open(): Promise<Storage>;
  /** Closes what was opened. */
  close(): Promise<void>;
}

/** @param connect opens the database; called once unless it fails. */
export function openOnce(connect: () => Promise<Storage>): OpenOnce {
  let opening: Promise<Storage> | undefined;
  const openAndMigrate = async () => {
    const storage = await connect();
    try {
      await storage.migrate();
      return storage;
    } catch (error) {
      await storage.close().catch(() => undefined);
      throw error;
    }
  };
  return {
    open() {
      opening ??= openAndMigrate().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    async close() {
      const storage = await opening?.catch(() => undefined);
      opening = undefined;
      await storage?.close();
    },
  };
}
