import type { SetupState } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { createFakeApi, forwardingOf, newTenant, owned } from '../../test/fake-api/index.ts';
import { createStorage } from '../../test/session.ts';
import { createVirtualTimers, settle } from '../../test/virtual-timers.ts';
import { createApiClient } from '../api/index.ts';
import type { Transition } from './effect.ts';
import type { Failure } from './failure.ts';
import type { SetupInput } from './input.ts';
import { initialModel, type SetupModel } from './model.ts';
import { SetupSession } from './session.ts';
import type { Snapshot } from './snapshot.ts';
import { stepBefore } from './steps.ts';
import { createSnapshotStore } from './storage.ts';
import { update } from './update.ts';

const paths = ['buy', 'forward', 'port'] as const;
const snapshotAt = (step: Snapshot['step']): Snapshot => ({
  version: 1,
  step,
  path: 'forward',
  query: '',
  areaCode: null,
  contains: '',
  selected: null,
  another: false,
  knownIds: [],
  intent: null,
});
const open = (change: Partial<SetupState>, snapshot: Snapshot | null = null): Transition =>
  update(initialModel, { type: 'opened', setup: newTenant({ paths, ...change }), snapshot });
const play = (first: SetupModel, ...inputs: readonly SetupInput[]): Transition => {
  let last: Transition = { model: first, effects: [] };
  for (const input of inputs) last = update(last.model, input);
  return last;
};
const chosen: readonly SetupInput[] = [
  { type: 'path-selected', path: 'forward' },
  { type: 'path-confirmed' },
];
const loaded: SetupInput = { type: 'forward-loaded', failure: null };
const lost: Failure = { kind: 'unreachable', code: null, field: null, detail: null };
const begun = { numbers: [owned()], forwardings: [forwardingOf()] };

describe('forwarding', () => {
  it('is fetched when it is chosen, and not before', () => {
    expect(open({}).effects).not.toContainEqual({ type: 'load-forwarding' });
    const { model, effects } = play(open({}).model, ...chosen);
    expect(model).toMatchObject({ step: 'forward', canForward: false });
    expect(effects).toContainEqual({ type: 'load-forwarding' });
    expect(play(model, loaded).model.canForward).toBe(true);
  });

  it('is not fetched again when it is chosen again', () => {
    const { model } = play(open({}).model, ...chosen, loaded, { type: 'forward-left', to: 'path' });
    expect(play(model, ...chosen).effects).not.toContainEqual({ type: 'load-forwarding' });
  });

  it('that could not be fetched says so, and is fetched again on request or with the connection', () => {
    const failed = play(open({}).model, ...chosen, { type: 'forward-loaded', failure: lost });
    expect(failed.model.opening.failure).toBe(lost);
    expect(failed.effects).toContainEqual({
      type: 'tell',
      news: { type: 'error', step: 'forward', failure: lost },
    });
    for (const input of [
      [{ type: 'retry-wanted' }],
      [
        { type: 'connection-changed', online: false },
        { type: 'connection-changed', online: true },
      ],
    ] as const) {
      const again = play(failed.model, ...input);
      expect(again.model.opening.failure).toBeNull();
      expect(again.effects).toContainEqual({ type: 'load-forwarding' });
    }
  });

  it('has a way back while it is fetched, and its own once it is here', () => {
    const { model } = play(open({}).model, ...chosen);
    expect(stepBefore(model)).toBe('path');
    expect(stepBefore(play(model, loaded).model)).toBeNull();
  });

  it.each([
    ['one that is begun', begun, null, 'forward'],
    ['one that is begun, in a tab that went on to another number', begun, snapshotAt('live'), 'live'],
    ['one that works', { ...begun, forwardings: [forwardingOf({ status: 'verified' })] }, null, 'live'],
    [
      'one that works, in the tab that was there',
      { ...begun, forwardings: [forwardingOf({ status: 'verified' })] },
      snapshotAt('forward'),
      'forward',
    ],
    [
      'one that has stopped',
      { ...begun, forwardings: [forwardingOf({ status: 'broken' })] },
      snapshotAt('live'),
      'forward',
    ],
    ['none, in the tab that was there', {}, snapshotAt('forward'), 'forward'],
    ['none any more, once it is off', { numbers: [owned()] }, snapshotAt('forward'), 'live'],
    ['none, where it is not open any more', { paths: ['buy'] as const }, snapshotAt('forward'), 'number'],
  ])('is opened again with %s: %s', (_what, change, snapshot, step) => {
    expect(open(change, snapshot).model.step).toBe(step);
  });

  it('is fetched for the page of a live number that a line forwards to', () => {
    const { model, effects } = open({ ...begun, forwardings: [forwardingOf({ status: 'verified' })] });
    expect(model.step).toBe('live');
    expect(effects).toContainEqual({ type: 'load-forwarding' });
    expect(play(model, { type: 'forward-loaded', failure: lost }).model.opening.failure).toBeNull();
  });

  it('gives a number that takes calls at once, and the page hears of it once', () => {
    const changed: SetupInput = { type: 'forward-changed', forwarding: forwardingOf() };
    const first = play(open({}).model, ...chosen, loaded, changed);
    expect(first.effects).toContainEqual({ type: 'tell', news: { type: 'activated', number: owned() } });
    expect(first.model.live?.number).toEqual(owned());
    expect(play(first.model, changed).effects).toEqual([]);
  });

  it('that is off is forgotten, and its number is kept', () => {
    const off: SetupInput = { type: 'forward-changed', forwarding: forwardingOf({ status: 'off' }) };
    const { model } = play(open(begun).model, loaded, off, { type: 'forward-left', to: 'live' });
    expect(model.setup?.forwardings).toEqual([]);
    expect(model).toMatchObject({ step: 'live', live: { number: owned() } });
  });

  it('is begun from a live number too, and leads back to it', () => {
    const { model } = play(open({ numbers: [owned()] }).model, { type: 'forward-wanted' }, loaded);
    expect(model.step).toBe('forward');
    expect(play(model, { type: 'forward-left', to: 'path' }).model.step).toBe('live');
  });

  it('hands over to the host for moving the number here', () => {
    const { model, effects } = play(open(begun).model, loaded, { type: 'forward-left', to: 'port' });
    expect(model.step).toBe('handoff');
    expect(effects).toContainEqual({ type: 'tell', news: { type: 'path', path: 'port' } });
  });

  it('never leads to a second purchase by the way', () => {
    const { model } = play(
      open(begun).model,
      loaded,
      { type: 'forward-left', to: 'path' },
      { type: 'path-selected', path: 'buy' },
      { type: 'path-confirmed' },
    );
    expect(model.step).toBe('live');
  });
});

describe('a session that fetches forwarding', () => {
  it.each([
    ['gets it', async () => {}, null],
    ['does not get it', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
  ])('and %s goes on', async (_what, loadForwarding, kind) => {
    const timers = createVirtualTimers();
    const { fetch } = createFakeApi(newTenant({ paths }));
    const session = new SetupSession({
      client: () => createApiClient({ baseUrl: '/api/twilio', fetch, timers }),
      snapshots: createSnapshotStore(createStorage),
      timers,
      loadForwarding,
      exclusively: (_name, task) => task(),
      onChange: () => {},
      onNews: () => {},
    });
    session.send({ type: 'start', online: true });
    await settle();
    for (const input of chosen) session.send(input);
    await settle();
    expect(session.model.step).toBe('forward');
    expect(session.model.opening.failure?.kind ?? null).toBe(kind);
  });
});
