import { describe, expect, it } from 'vitest';
import { createManualClock } from '../test/manual-clock.ts';
import { createRecentAnswers } from './recent-answers.ts';
import { twimlResponse } from './request/index.ts';

describe('the memory of answers', () => {
  it('shares an answer that is still being made', async () => {
    const recent = createRecentAnswers({ maxEntries: 10, maxAgeMs: 1000 }, createManualClock());
    let made = 0;
    const make = async () => {
      made += 1;
      return twimlResponse(`<Response>${made}</Response>`);
    };
    const [first, second] = await Promise.all([recent('a', 'signed', make), recent('a', 'signed', make)]);
    expect(first).toBe(second);
    expect(made).toBe(1);
  });

  it('answers afresh when the same token comes with another signature', async () => {
    const recent = createRecentAnswers({ maxEntries: 10, maxAgeMs: 1000 }, createManualClock());
    const first = await recent('a', 'signed', async () => twimlResponse('<Response>1</Response>'));
    const second = await recent('a', 'signed otherwise', async () => twimlResponse('<Response>2</Response>'));
    expect(second).not.toBe(first);
  });

  it('keeps no more answers than allowed, the newest ones', async () => {
    const recent = createRecentAnswers({ maxEntries: 2, maxAgeMs: 1000 }, createManualClock());
    const made: string[] = [];
    const ask = (key: string) =>
      recent(key, 'signed', async () => {
        made.push(key);
        return twimlResponse('<Response/>');
      });
    for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) {
      await ask(key);
    }
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });
});
