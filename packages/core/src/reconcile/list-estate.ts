import type { NumberRecord } from '../numbers/index.ts';
import type { EstateStore } from './estate-store.ts';

const PAGE = 500;

/** Every live number by id, a page at a time while it is read. */
export async function* listEstate(
  open: () => Promise<{ readonly estate: EstateStore }>,
): AsyncGenerator<NumberRecord, void, undefined> {
  const { estate } = await open();
  let after: string | null = null;
  for (;;) {
    const page: readonly NumberRecord[] = await estate.live(after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}
