import type { SearchNumbersRequest } from '@numberkit/contract';
import { type ApiClient, ApiError } from '../api/index.ts';
import type { Timers } from '../timers/index.ts';
import type { SetupEffect, SetupNews, TimerName } from './effect.ts';
import { toFailure } from './failure.ts';
import type { SetupInput } from './input.ts';
import { type Intent, initialModel, type SetupModel } from './model.ts';
import { takeSnapshot } from './snapshot.ts';
import type { SnapshotStore } from './storage.ts';
import { update } from './update.ts';

/** Lets one tab at a time run `task` for the same name; tabs without locks run it at once. */
export type Exclusively = <Result>(name: string, task: () => Promise<Result>) => Promise<Result>;

/** What a session needs from the world. */
export interface SessionOptions {
  /** Asked before each request, so that a changed token or address counts from then on. */
  readonly client: () => ApiClient;
  readonly snapshots: SnapshotStore;
  readonly timers: Timers;
  /** Fetches forwarding and defines it. */
  readonly loadForwarding: () => Promise<unknown>;
  readonly exclusively: Exclusively;
  readonly onChange: (model: SetupModel) => void;
  readonly onNews: (news: SetupNews) => void;
}

/** Runs the flow: feeds inputs to the machine and does what it wants done. Never throws. */
export class SetupSession {
  #model: SetupModel = initialModel;
  #options: SessionOptions;
  #timers = new Map<TimerName, () => void>();
  #search: AbortController | null = null;
  #life = new AbortController();

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get model(): SetupModel {
    return this.#model;
  }

  send(input: SetupInput): void {
    if (this.#life.signal.aborted) return;
    const { model, effects } = update(this.#model, input);
    this.#model = model;
    const snapshot = takeSnapshot(model);
    if (model.setup && snapshot) this.#options.snapshots.write(model.setup.tenant.id, snapshot);
    this.#options.onChange(model);
    for (const effect of effects) this.#run(effect);
  }

  /** Ends it: nothing is sent, asked or told any more. An order already sent goes on at the server. */
  stop(): void {
    this.#life.abort();
    this.#search?.abort();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #run(effect: SetupEffect): void {
    switch (effect.type) {
      case 'load':
        this.#load();
        break;
      case 'load-forwarding':
        this.#loadForwarding();
        break;
      case 'search':
        this.#searchFor(effect.request);
        break;
      case 'cancel-search':
        this.#search?.abort();
        break;
      case 'order':
        this.#order(effect.intent, effect.knownIds);
        break;
      case 'poll':
        this.#poll(effect.id);
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

  #startTimer(timer: TimerName, milliseconds: number): void {
    this.#timers.get(timer)?.();
    const cancel = this.#options.timers.after(milliseconds, () => this.send({ type: 'timer-rang', timer }));
    this.#timers.set(timer, cancel);
  }

  async #load(): Promise<void> {
    try {
      const setup = await this.#options.client().setupState(this.#life.signal);
      this.send({ type: 'opened', setup, snapshot: this.#options.snapshots.read(setup.tenant.id) });
    } catch (error) {
      this.#fail(error, (each) => ({ type: 'open-failed', error: each }));
    }
  }

  async #loadForwarding(): Promise<void> {
    const failed = toFailure(new ApiError('unreachable'));
    const failure = await this.#options.loadForwarding().then(
      () => null,
      () => failed,
    );
    this.send({ type: 'forward-loaded', failure });
  }

  async #searchFor(request: SearchNumbersRequest): Promise<void> {
    this.#search?.abort();
    this.#search = new AbortController();
    const { signal } = this.#search;
    try {
      const response = await this.#options.client().searchNumbers(request, signal);
      if (!signal.aborted) this.send({ type: 'found', response });
    } catch (error) {
      if (!signal.aborted) this.#fail(error, (each) => ({ type: 'search-failed', error: each }));
    }
  }

  /**
   * Buys, unless the tenant has got a number since this order began: another tab, another person, or this very
   * order sent before. Two tabs take turns, so the second always sees what the first one did.
   */
  async #order(intent: Intent, knownIds: readonly string[]): Promise<void> {
    const client = this.#options.client();
    const tenantId = this.#model.setup?.tenant.id ?? '';
    let sent = false;
    try {
      await this.#options.exclusively(`numberkit:order:${tenantId}`, async () => {
        const { numbers } = await client.setupState(this.#life.signal);
        const isNew = (id: string, status: string) =>
          !knownIds.includes(id) && (status === 'active' || status === 'pending');
        const number = numbers.find((each) => isNew(each.id, each.status));
        if (number) return this.send({ type: 'order-superseded', number });
        this.send({ type: 'order-sent' });
        sent = true;
        const { phoneNumber, alternatives } = intent;
        const response = await client.purchaseNumber({ phoneNumber, alternatives }, intent.key);
        this.send({ type: 'order-answered', response });
      });
    } catch (error) {
      this.#fail(error, (each) => ({ type: 'order-failed', error: each, sent }));
    }
  }

  async #poll(id: string): Promise<void> {
    try {
      const response = await this.#options.client().numberStatus(id, this.#life.signal);
      this.send({ type: 'status-answered', response });
    } catch (error) {
      this.#fail(error, (each) => ({ type: 'status-failed', error: each, id }));
    }
  }

  #fail(error: unknown, toInput: (error: ApiError) => SetupInput): void {
    const known = error instanceof ApiError ? error : new ApiError('failed', 0, null, error);
    if (known.kind !== 'aborted') this.send(toInput(known));
  }
}
