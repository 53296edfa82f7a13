import type { KillEvent } from '../plan/kill-point.ts';
import type { Executioner } from './executioner.ts';

/** Requests to the carrier at its address of this moment, each step of which may be the process's last. */
export function deadlyFetch(executioner: Executioner, carrierUrl: () => string): typeof fetch {
  return async (input, init) => {
    // The adapter gives the address as text.
    const asked = new URL(String(input));
    const address = new URL(asked.pathname + asked.search, carrierUrl());
    const special = kindOf(init?.method ?? 'GET', asked.pathname);
    executioner.happens('request');
    if (special) executioner.happens(special);
    const answer = fetch(address, init);
    executioner.happensSoon('sent');
    if (special) executioner.happensSoon(`${special}-sent`);
    const response = await answer;
    executioner.happens('answered');
    if (special) executioner.happens(`${special}-answered`);
    return response;
  };
}

function kindOf(method: string, path: string): Extract<KillEvent, 'order' | 'deletion'> | undefined {
  if (method === 'DELETE') return 'deletion';
  return method === 'POST' && path.endsWith('/IncomingPhoneNumbers.json') ? 'order' : undefined;
}
