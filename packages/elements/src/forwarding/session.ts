import { ApiError, type Connection } from '../api/index.ts';
import { chooseForwarding } from './choose-forwarding.ts';
import type { ForwardingEffect, ForwardingNews, ForwardingTimer } from './effect.ts';
import { followTestCall } from './follow-test.ts';
import { createForwardingClient, isForwarding } from './forwarding-client.ts';
import type { ForwardingInput } from './input.ts';
import { type ForwardingModel, initialForwarding, type WorkKind } from './model.ts';
import { type ForwardingSnapshots, takeForwardingSnapshot } from './snapshot.ts';
import { updateForwarding } from './update.ts';

/** What a session needs from the world. */
export interface ForwardingSessionOptions {
  readonly tenantId: string;
  /** Asked before each request. */
  readonly connection: () => Connection;
  readonly snapshots: ForwardingSnapshots;
  readonly onChange: (model: ForwardingModel) => void;
  readonly onNews: (news: ForwardingNews) => void;
}

/** Runs the forwarding: feeds inputs to the machine and does what it wants done. Never throws. */
export class ForwardingSession {
  #model: ForwardingModel = initialForwarding;
  #options: ForwardingSessionOptions;
  #timers = new Map<ForwardingTimer, () => void>();
  #life = new AbortController();
  #following: AbortController | null = null;
  #looking: AbortController | null = null;
  #waitSeconds: number | null = null;

  constructor(options: ForwardingSessionOptions) {
    this.#options = options;
  }

  get model(): ForwardingModel {
    return this.#model;
  }

  /** Opens where the customer was, else with the forwarding that needs them most. */
  start(forwardings: readonly unknown[], online: boolean): void {
    const snapshot = this.#options.snapshots.read(this.#options.tenantId);
    const forwarding = chooseForwarding(forwardings.filter(isForwarding), snapshot?.forwardingId ?? null);
    this.send({ type: 'start', forwarding, snapshot, online });
  }

  send(input: ForwardingInput): void {
    if (this.#life.signal.aborted) return;
    const { model, effects } = updateForwarding(this.#model, input);
    this.#model = model;
    this.#options.snapshots.write(this.#options.tenantId, takeForwardingSnapshot(model));
    this.#options.onChange(model);
    for (const effect of effects) this.#run(effect);
  }

  /** Ends it: nothing is asked or told any more. A test call that is under way goes on at the server. */
  stop(): void {
    this.#life.abort();
    this.#following?.abort();
    this.#looking?.abort();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #run(effect: ForwardingEffect): void {
    switch (effect.type) {
      case 'check':
        this.#check(effect.text);
        break;
      case 'start':
      case 'cancel':
      case 'refresh':
        this.#change(effect);
        break;
      case 'verify':
        this.#verify(effect.forwardingId, effect.purpose);
        break;
      case 'follow':
        this.#follow(effect.testId);
        break;
      case 'unfollow':
        this.#following?.abort();
        break;
      case 'start-timer':
        this.#startTimer(effect.timer, effect.milliseconds);
        break;
      case 'stop-timer':
        this.#timers.get(effect.timer)?.();
        break;
      case 'tell':
        this.#options.onNews(effect.news);
    }
  }

  /** Besides, notes for how long the server wants to be left alone. */
  #client = () => {
    const connection = this.#options.connection();
    const fetch: typeof connection.fetch = async (...request) => {
      const response = await connection.fetch(...request);
      this.#waitSeconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10) || null;
      return response;
    };
    return createForwardingClient({ ...connection, fetch });
  };

  #startTimer(timer: ForwardingTimer, milliseconds: number): void {
    this.#timers.get(timer)?.();
    const ring = () => this.send({ type: 'timer-rang', timer });
    this.#timers.set(timer, this.#options.connection().timers.after(milliseconds, ring));
  }

  async #check(text: string): Promise<void> {
    try {
      const response = await this.#client().checkLine(text, this.#life.signal);
      this.send({ type: 'line-checked', text, response });
    } catch (error) {
      this.#fail('check', error, text);
    }
  }

  async #change(effect: ForwardingEffect & { type: 'start' | 'cancel' | 'refresh' }): Promise<void> {
    const client = this.#client();
    // A look from before a change would show what was before it.
    this.#looking?.abort();
    this.#looking = new AbortController();
    const signal = effect.type === 'refresh' ? this.#looking.signal : this.#life.signal;
    try {
      const forwarding =
        effect.type === 'start'
          ? await client.start(effect.request, signal)
          : await client[effect.type === 'cancel' ? 'cancel' : 'status'](effect.forwardingId, signal);
      this.send({ type: 'answered', to: effect.type, forwarding });
    } catch (error) {
      // Looking again is nobody's wish: when it fails, what is on screen stays.
      if (effect.type !== 'refresh') this.#fail(effect.type, error);
    }
  }

  async #verify(forwardingId: string, purpose: 'on' | 'off'): Promise<void> {
    try {
      const response = await this.#client().verify(forwardingId, purpose, this.#life.signal);
      this.send({ type: 'test-answered', response });
    } catch (error) {
      this.#fail('verify', error);
    }
  }

  async #follow(testId: string): Promise<void> {
    this.#following?.abort();
    const following = new AbortController();
    this.#following = following;
    try {
      await followTestCall({
        testId,
        connection: this.#options.connection,
        client: this.#client,
        signal: following.signal,
        onNews: (response) => this.send({ type: 'test-answered', response }),
      });
    } catch (error) {
      if (!following.signal.aborted) this.#fail('follow', error);
    }
  }

  #fail(during: WorkKind, error: unknown, text?: string): void {
    const known = error instanceof ApiError ? error : new ApiError('failed', 0, null, error);
    if (known.kind === 'aborted') return;
    const waitSeconds = known.status === 429 && during === 'verify' ? this.#waitSeconds : null;
    this.send({ type: 'failed', during, error: known, waitSeconds, ...(text !== undefined && { text }) });
  }
}
