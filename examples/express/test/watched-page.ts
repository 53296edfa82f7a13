import type { BrowserContext, Page } from 'playwright-core';

/** A page that remembers what it did wrong. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors and warnings of the console, and exceptions, of every page it showed; a failed hydration is among them. */
  problems(): readonly string[];
  /** Cumulative layout shift of the page it shows now. */
  layoutShift(): Promise<number>;
}

/** Opens a page and watches it from its first byte. */
export async function watchedPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { layoutShifts: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // The type of these entries is not among those TypeScript knows.
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return {
    page,
    problems: () => problems,
    layoutShift: () =>
      page.evaluate(async () => {
        // Entries come after the next frame.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const { layoutShifts } = globalThis as unknown as { layoutShifts: number[] };
        return layoutShifts.reduce((sum, shift) => sum + shift, 0);
      }),
  };
}
