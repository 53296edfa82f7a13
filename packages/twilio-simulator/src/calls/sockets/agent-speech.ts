import type { CallLeg } from '../call-leg.ts';

/** About the pace of synthetic speech; Twilio reports the real one, which text alone cannot know. */
const charactersPerSecond = 15;

interface Utterance {
  readonly id: number;
  readonly startedAt: number;
  text: string;
  final: boolean;
}

/** What the agent says, token by token, and how much of it has been heard. */
export class AgentSpeech {
  readonly #leg: CallLeg;
  readonly #now: () => number;
  #current: Utterance | undefined;

  constructor(leg: CallLeg, now: () => number) {
    this.#leg = leg;
    this.#now = now;
  }

  /** One token; the utterance is complete with `last`. */
  token(token: string, last: boolean): void {
    if (!this.#current || this.#current.final) {
      if (token === '' && last) return;
      const id = this.#leg.log.write('agent', token, last);
      this.#current = { id, startedAt: this.#now(), text: token, final: last };
    } else {
      this.#current.text += token;
      this.#current.final = last;
      this.#leg.log.amend(this.#current.id, { text: this.#current.text, final: last });
    }
    if (last) this.#leg.line.hear({ kind: 'speech', who: 'agent', text: this.#current.text });
  }

  /** Cuts the agent short. Undefined when it is not speaking by now. */
  interrupt(): { readonly utterance: string; readonly ms: number } | undefined {
    const current = this.#current;
    if (!current) return undefined;
    const elapsed = this.#now() - current.startedAt;
    const heard = Math.floor((elapsed / 1000) * charactersPerSecond);
    if (current.final && heard >= current.text.length) return undefined;
    const rest = current.text.slice(heard).search(/\s/);
    const utterance = current.text.slice(0, rest === -1 ? current.text.length : heard + rest);
    const ms = Math.round((utterance.length / charactersPerSecond) * 1000);
    this.#current = undefined;
    this.#leg.log.amend(current.id, { final: true, interrupted: true });
    return { utterance, ms };
  }

  /** Nothing more will be said. */
  finish(): void {
    if (this.#current && !this.#current.final) this.#leg.log.amend(this.#current.id, { final: true });
    this.#current = undefined;
  }
}
