import { expect, test } from 'vitest';
import { createEventBus } from './events.ts';

const refused = { tenantId: 'acme', numberId: 'num_1', failure: 'number-unavailable' };
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a listener hears the events of its name until it stops listening', async () => {
  const bus = createEventBus(() => undefined);
  const heard: unknown[] = [];
  const stop = bus.on('number.refused', (event) => void heard.push(event));
  bus.emit('number.refused', refused);
  bus.emit('number.pending', { tenantId: 'acme', numberId: 'num_2' });
  await settled();
  stop();
  bus.emit('number.refused', refused);
  await settled();
  expect(heard).toEqual([refused]);
});

test('what a listener throws is reported and harms neither the caller nor the other listeners', async () => {
  const reported: unknown[] = [];
  const heard: string[] = [];
  const bus = createEventBus((name, error) => reported.push([name, error]));
  const failure = new Error('listener broke');
  bus.on('number.refused', () => {
    throw failure;
  });
  bus.on('number.refused', async () => {
    throw failure;
  });
  bus.on('number.refused', () => void heard.push('third'));
  bus.emit('number.refused', refused);
  await settled();
  expect(heard).toEqual(['third']);
  expect(reported).toEqual([
    ['number.refused', failure],
    ['number.refused', failure],
  ]);
});
