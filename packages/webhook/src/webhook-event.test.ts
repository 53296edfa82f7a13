import { describe, expect, it } from 'vitest';
import { createEmitter, describeError, type WebhookEvent } from './webhook-event.ts';

const event: WebhookEvent = { type: 'refused', status: 403, reason: 'signature-wrong' };

describe('describeError', () => {
  it.each([
    ['no route for +15105550111', 'no route for [number]'],
    ['(510) 555-0111 failed', '([number] failed'],
    ['510.555.0111 and 510 555 0112', '[number]'],
    ['key 15105550111:abc', 'key [number]:abc'],
  ])('masks the phone number in %j', (message, masked) => {
    const described = describeError(new Error(message));
    expect(described).not.toMatch(/555/);
    expect(described.length).toBeLessThanOrEqual(`Error: ${message}`.length);
    if (!message.includes('and')) {
      expect(described).toBe(`Error: ${masked}`);
    }
  });

  it('keeps codes and short numbers readable', () => {
    expect(describeError(new TypeError('ECONNREFUSED on port 5432'))).toBe(
      'TypeError: ECONNREFUSED on port 5432',
    );
  });

  it('says little about what is not an error, and never much about anything', () => {
    expect(describeError('+15105550111')).toBe('string');
    expect(describeError(undefined)).toBe('undefined');
    expect(describeError(new Error('x'.repeat(10_000)))).toHaveLength(500);
  });
});

describe('createEmitter', () => {
  it('hands events over', () => {
    const seen: WebhookEvent[] = [];
    createEmitter((given) => void seen.push(given))(event);
    expect(seen).toEqual([event]);
  });

  it('survives an observer that throws or rejects, and none at all', async () => {
    createEmitter(() => {
      throw new Error('broken');
    })(event);
    const rejecting = () => Promise.reject(new Error('broken'));
    createEmitter(rejecting)(event);
    createEmitter(undefined)(event);
    // An unhandled rejection would fail the run.
    await new Promise((resolve) => setImmediate(resolve));
  });
});
