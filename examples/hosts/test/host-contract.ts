import { createHash, createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A host that listens, and what one needs to know to use it. */
export interface RunningHost {
  /** Where it listens. */
  readonly url: string;
  /** The voice webhook's address as Twilio knows it; behind a proxy it differs from `url`. */
  readonly publicUrl: string;
  readonly authToken: string;
  /** Lets a request to the API in. */
  readonly apiHeaders: Readonly<Record<string, string>>;
  /** A number of the tenant's, E.164. */
  readonly phoneNumber: string;
  readonly tenantId: string;
  stop(): Promise<void>;
}

/** A host in which somebody has read the body before us. */
export interface SpoiledHost extends RunningHost {
  /** Are the bytes kept where we look for them? */
  readonly keepsBytes: boolean;
}

const FORM = 'application/x-www-form-urlencoded';
const PARSED_BEFORE = 'a body parser before us';

/** The one contract of every host: the API and the voice webhook behave as if there were no framework in between. */
export function testHost(name: string, start: () => Promise<RunningHost>): void {
  describe(name, () => {
    let host: RunningHost;
    beforeAll(async () => {
      host = await start();
    });
    afterAll(() => host?.stop());

    test('the API answers below its base path, and only there', async () => {
      expect((await askApi(host, 'setup-state')).status).toBe(200);
      const search = await askApi(host, 'search-numbers', '{ "areaCode" :\n"510", "limit": 2 }');
      expect(search.status).toBe(200);
      expect((await search.json()).numbers).toHaveLength(2);
      const nowhere = await askApi(host, 'nowhere');
      expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json',
      ]);
      expect((await fetch(`${host.url}/twilio/elsewhere`)).status).toBe(404);
    });

    test('the API lets nobody in without a session', async () => {
      expect((await fetch(`${host.url}/api/twilio/setup-state`)).status).toBe(401);
    });

    test('the API says what is wrong with a body', async () => {
      const broken = await askApi(host, 'search-numbers', '{');
      expect([broken.status, (await broken.json()).code]).toEqual([400, 'invalid-json']);
      const unknown = await askApi(host, 'search-numbers', '{"area":"510"}');
      expect((await unknown.json()).errors[0]).toMatchObject({ field: 'area' });
    });

    test('a signed call gets TwiML that connects the tenant’s agent', async () => {
      const answer = await callIn(host);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        expect.stringMatching(/^(text|application)\/xml/),
      ]);
      const twiml = await answer.text();
      expect(twiml).toContain('<ConversationRelay');
      expect(twiml).toContain(`name="tenantId" value="${host.tenantId}"`);
    });

    test('a call by GET is signed by its address alone', async () => {
      const query = `?CallSid=CA1&To=${encodeURIComponent(host.phoneNumber)}&CallerName=O'Neil%20%C3%9C`;
      const answer = await fetch(`${host.url}/twilio/voice${query}`, {
        headers: { 'x-twilio-signature': sign(host, host.publicUrl + query) },
      });
      expect([answer.status, await answer.text()]).toEqual([
        200,
        expect.stringContaining('ConversationRelay'),
      ]);
    });

    test('a wrong, another body’s and a missing signature get 403', async () => {
      const body = form(host, {});
      const good = signForm(host, '', body);
      for (const [signature, sent] of [
        ['AAAA', body],
        [good, `${body}&Digits=1`],
        [undefined, body],
      ] as const) {
        const refused = await post(host, '', sent, signature);
        expect(refused.status).toBe(403);
        expect(await refused.text()).not.toContain('<Response');
      }
    });

    test('the signature holds over bytes no parser would give back: order, repeats, escapes, empty values', async () => {
      const body =
        `To=${encodeURIComponent(host.phoneNumber)}&Zeta=&CallSid=CA1&Name=J%C3%BCrgen+%26%20Co%2e` +
        `&Digits=2&Digits=1&Digits=2&odd%5B%5D=%27&From=%2B14155550188`;
      expect((await post(host, '', body, signForm(host, '', body))).status).toBe(200);
    });

    test('a JSON body is held against the hash in the address, byte by byte', async () => {
      const json = `{ "To" : "${host.phoneNumber}",\n  "CallSid": "CA1", "From":"+14155550188" }`;
      const query = `?bodySHA256=${createHash('sha256').update(json).digest('hex')}`;
      const signature = sign(host, host.publicUrl + query);
      const send = (body: string) => post(host, query, body, signature, 'application/json');
      expect((await send(json)).status).toBe(200);
      expect((await send(JSON.stringify(JSON.parse(json)))).status).toBe(403);
    });

    test('everything below the voice URL is reached: status, action, fallback', async () => {
      const status = form(host, { CallStatus: 'completed', CallDuration: '5', Duration: '1' });
      expect((await post(host, '/status', status, signForm(host, '/status', status))).status).toBe(204);
      const action = form(host, { SessionStatus: 'failed' });
      const recovered = await post(host, '/action', action, signForm(host, '/action', action));
      expect(await recovered.text()).toMatch(/<Record|<Dial/);
      const fallback = form(host, { ErrorCode: '11200', ErrorUrl: host.publicUrl });
      const answer = await post(host, '/fallback', fallback, signForm(host, '/fallback', fallback));
      expect(await answer.text()).toContain('<ConversationRelay');
    });

    test('many calls at once each get their own answer', async () => {
      const answers = await Promise.all(
        Array.from({ length: 50 }, async (_, caller) => {
          const answer = await callIn(host, { From: `+1415555${String(caller).padStart(4, '0')}` });
          return (
            (await answer.text()).includes(`+1415555${String(caller).padStart(4, '0')}`) || answer.status
          );
        }),
      );
      expect(new Set(answers)).toEqual(new Set([true]));
    });
  });
}

/** What happens when a body parser, or a line of the host's own, was there first. */
export function testSpoiledHost(name: string, start: () => Promise<SpoiledHost>): void {
  describe(name, () => {
    let host: SpoiledHost;
    beforeAll(async () => {
      host = await start();
    });
    afterAll(() => host?.stop());

    test(`${PARSED_BEFORE} either keeps the bytes, or is named in the answer with the fix`, async () => {
      const call = await callIn(host);
      const search = await askApi(host, 'search-numbers', '{"areaCode":"510","limit":1}');
      if (host.keepsBytes) {
        expect([call.status, search.status]).toEqual([200, 200]);
        expect(await call.text()).toContain('<ConversationRelay');
        return;
      }
      expect(call.status).toBe(400);
      expect(await call.text()).toMatch(/before any body parser/);
      expect(search.status).toBe(500);
      expect(await search.json()).toMatchObject({
        code: 'body-already-read',
        hint: expect.stringMatching(/before/),
      });
    });

    test('a request without a body is served all the same', async () => {
      expect((await askApi(host, 'setup-state')).status).toBe(200);
      const query = `?CallSid=CA1&To=${encodeURIComponent(host.phoneNumber)}`;
      const answer = await fetch(`${host.url}/twilio/voice${query}`, {
        headers: { 'x-twilio-signature': sign(host, host.publicUrl + query) },
      });
      expect(answer.status).toBe(200);
    });
  });
}

function askApi(host: RunningHost, path: string, body?: string): Promise<Response> {
  const headers = { ...host.apiHeaders, 'content-type': 'application/json' };
  const init = body === undefined ? { headers: host.apiHeaders } : { method: 'POST', body, headers };
  return fetch(`${host.url}/api/twilio/${path}`, init);
}

function form(host: RunningHost, fields: Readonly<Record<string, string>>): string {
  const all = { CallSid: `CA${randomUUID()}`, AccountSid: 'AC1', From: '+14155550188', To: host.phoneNumber };
  return new URLSearchParams({ ...all, Direction: 'inbound', CallStatus: 'ringing', ...fields }).toString();
}

function callIn(host: RunningHost, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
  const body = form(host, fields);
  return post(host, '', body, signForm(host, '', body));
}

function post(
  host: RunningHost,
  below: string,
  body: string,
  signature: string | undefined,
  type = FORM,
): Promise<Response> {
  return fetch(`${host.url}/twilio/voice${below}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, ...(signature && { 'x-twilio-signature': signature }) },
  });
}

/** As Twilio signs a form: the address, then each name and value, sorted, repeated values once. */
function signForm(host: RunningHost, below: string, body: string): string {
  const parameters = new URLSearchParams(body);
  const names = [...new Set(parameters.keys())].sort();
  const text = names.flatMap((name) =>
    [...new Set(parameters.getAll(name))].sort().map((value) => name + value),
  );
  return sign(host, host.publicUrl + below + text.join(''));
}

function sign({ authToken }: RunningHost, text: string): string {
  return createHmac('sha1', authToken).update(text).digest('base64');
}
