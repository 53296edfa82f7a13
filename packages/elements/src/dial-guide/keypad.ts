import { html, nothing, type TemplateResult } from 'lit';
import type { Beat } from './beats.ts';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const letters: Readonly<Record<string, string>> = {
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
};

/** What is drawn: the step's keys, and the moment it stands at. */
export interface DrawnPhone {
  readonly keys: string;
  /** A mobile phone has a call button, a desk phone a receiver. */
  readonly desk: boolean;
  /** Null before the first moment. */
  readonly beat: Beat | null;
}

/**
 * A phone whose keys light up. It is a picture: what it shows is told in words beside it. A keypad is never mirrored.
 */
export function drawPhone({ keys: code, desk, beat }: DrawnPhone): TemplateResult {
  const typed = code.replaceAll(',', '').slice(0, beat?.typed ?? 0);
  const kind = beat?.kind ?? 'idle';
  return html`
    <div class="phone ${desk ? 'desk' : 'mobile'} is-${kind}" dir="ltr" aria-hidden="true">
      ${desk ? receiver : html`<span class="speaker"></span>`}
      <div class="screen"><span>${typed.slice(-14)}</span>${kind === 'idle' ? nothing : html`<i></i>`}</div>
      <div class="keys">
        ${keys.map((key) => {
          const lit = kind === 'key' && beat?.key === key;
          // The number of keys pressed is part of the name: the same key twice lights up twice.
          const name = lit ? (typed.length % 2 ? 'lit odd' : 'lit') : '';
          return html`<span class="key ${name}"><b>${key}</b><small>${letters[key] ?? nothing}</small></span>`;
        })}
      </div>
      ${desk ? nothing : html`<span class="call ${kind === 'call' ? 'lit' : ''}">${handset}</span>`}
    </div>
  `;
}

const handset = html`<svg viewBox="0 0 20 20"><path d="M4.2 3.5h2.3c.4 0 .8.3.9.7l.7 2.6c.1.4 0 .8-.3 1L6.3 9.2a10 10 0 0 0 4.5 4.5l1.4-1.5c.3-.3.7-.4 1-.3l2.6.7c.4.1.7.5.7.9v2.3c0 .4-.3.7-.7.7A12.3 12.3 0 0 1 3.5 4.2c0-.4.3-.7.7-.7Z" /></svg>`;

const receiver = html`<svg class="receiver" viewBox="0 0 176 44">
  <path d="M22 14C50 2 126 2 154 14c9 4 14 9 14 17 0 6-3 9-9 9h-17c-6 0-9-3-9-8v-4c-22-6-68-6-90 0v4c0 5-3 8-9 8H17c-6 0-9-3-9-9 0-8 5-13 14-17Z" />
</svg>`;
