import { describe, expect, it } from 'vitest';
import { newTenant } from '../../test/fake-api/index.ts';
import { createStorage } from '../../test/session.ts';
import { initialModel } from './model.ts';
import { takeSnapshot } from './snapshot.ts';
import { createSnapshotStore } from './storage.ts';
import { update } from './update.ts';

const opened = update(initialModel, { type: 'opened', setup: newTenant(), snapshot: null }).model;
const snapshot = takeSnapshot(opened);
if (!snapshot) throw new Error('an opened page has something to keep');

describe('the snapshot store', () => {
  it('gives back what was written, for that tenant only', () => {
    const store = createSnapshotStore(createStorageOnce());
    store.write('acme', snapshot);
    expect(store.read('acme')).toEqual(snapshot);
    expect(store.read('other')).toBeNull();
  });

  it('loses nothing but the resuming where storage is forbidden', () => {
    const store = createSnapshotStore(() => {
      throw new Error('SecurityError');
    });
    store.write('acme', snapshot);
    expect(store.read('acme')).toBeNull();
  });

  it.each(['', '{', 'null', '7', '{"version":2}', '[]'])('takes %j for nothing', (text) => {
    const storage = createStorage();
    storage.setItem('numberkit:setup:acme', text);
    expect(createSnapshotStore(() => storage).read('acme')).toBeNull();
  });

  it('has nothing to keep before the server has answered', () => {
    expect(takeSnapshot(initialModel)).toBeNull();
  });
});

function createStorageOnce() {
  const storage = createStorage();
  return () => storage;
}
