import { describe, expect, it } from 'vitest';
import { findNumber } from './find-number.ts';
import type { TwilioRequest } from './transport.ts';

function owned(phoneNumber: string) {
  return { sid: `PN${phoneNumber.slice(1)}`, phone_number: phoneNumber };
}

/** A client whose list answers these pages in turn. */
function listing(...pages: { numbers: string[]; next?: string }[]) {
  const asked: TwilioRequest[] = [];
  const client = {
    accountSid: 'AC1',
    send: async (request: TwilioRequest) => {
      const page = pages[asked.length];
      asked.push(request);
      const body = {
        incoming_phone_numbers: page?.numbers.map(owned) ?? [],
        next_page_uri: page?.next ?? null,
      };
      return { status: 200, body, requestId: null, retryAfter: null };
    },
  };
  return { client, asked };
}

describe('findNumber', () => {
  it('takes only the equal number, because Twilio’s filter matches parts', async () => {
    const { client } = listing({ numbers: ['+141555501420', '+14155550142'] });
    expect((await findNumber(client, '+14155550142'))?.phoneNumber).toBe('+14155550142');
    const none = listing({ numbers: ['+141555501420'] });
    expect(await findNumber(none.client, '+14155550142')).toBeUndefined();
  });

  it('follows the pages to the end', async () => {
    const next = '/2010-04-01/Accounts/AC1/IncomingPhoneNumbers.json?Page=1&PageToken=PAx';
    const { client, asked } = listing({ numbers: [], next }, { numbers: ['+14155550142'] });
    expect(await findNumber(client, '+14155550142')).toBeDefined();
    expect(asked[1]).toMatchObject({ query: { Page: '1', PageToken: 'PAx' } });
  });

  it('does not follow a page to another host', async () => {
    const { client, asked } = listing(
      { numbers: [], next: 'https://evil.example/steal.json?x=1' },
      { numbers: [] },
    );
    await findNumber(client, '+14155550142');
    expect(asked[1]).toMatchObject({ product: 'api', path: '/steal.json' });
  });

  it.each([
    ['never end', (page: number) => `/more?Page=${page}`, 20],
    ['go in circles', () => '/again', 2],
  ])('gives no answer when the pages %s, rather than a wrong one', async (_, next, pages) => {
    const { client, asked } = listing(
      ...Array.from({ length: 100 }, (_each, page) => ({ numbers: [], next: next(page) })),
    );
    const found = findNumber(client, '+14155550142');
    await expect(found).rejects.toMatchObject({ code: 'carrier-unavailable' });
    expect(asked.length).toBe(pages);
  });
});
