import type { Exclusively } from '../setup/index.ts';

/** One tab at a time, where the browser knows how; the server's own rules hold in any case. */
export const oneTabAtATime: Exclusively = async (name, task) => {
  if (typeof navigator === 'undefined' || !navigator.locks) return task();
  return navigator.locks.request(name, task);
};

/** A fresh idempotency key. `crypto.randomUUID` exists on secure pages only; this works on all. */
export function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `setup-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The language an element is in: its own `lang`, else that of what it stands in. */
export function languageOf(element: HTMLElement): string {
  const holder = element.closest<HTMLElement>('[lang]:not([lang=""])');
  return holder?.getAttribute('lang') ?? (document.documentElement.lang || 'en');
}

/** Has the page put something into this slot? A slot passed on counts as filled even when it is empty. */
export function fills(element: HTMLElement, slot: string): boolean {
  return Array.from(element.children).some((child) => child.slot === slot);
}
