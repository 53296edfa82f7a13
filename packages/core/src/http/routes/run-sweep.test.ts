import { describe, expect, it } from 'vitest';
import { fakeApi, handlerFor, post, problemOf } from '../../../test/http/fake-api.ts';

const cronSecret = 'a secret without spaces'.replaceAll(' ', '-');
const body = { sweep: 'reconcile', onlyWhenDue: true };
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const nobody = () => null;

describe('POST admin/run-sweep', () => {
  it('is for the cron that knows the secret, from wherever it comes', async () => {
    const { api, calls } = fakeApi();
    const { handler } = handlerFor(api, { authorize: nobody, cronSecret });
    const request = post('/admin/run-sweep', body, { ...bearer(cronSecret), 'sec-fetch-site': 'cross-site' });
    const response = await handler(request);
    expect([response.status, await response.json()]).toEqual([200, { sweep: 'reconcile', outcome: 'ran' }]);
    expect(calls).toEqual([{ name: 'sweep', input: 'reconcile' }]);
  });

  it('is for operators, and not for tenants', async () => {
    const operator = () => ({ tenantId: 'staff', role: 'operator' }) as const;
    const run = () => post('/admin/run-sweep', body);
    expect((await handlerFor(fakeApi().api, { authorize: operator }).handler(run())).status).toBe(200);
    const { api, calls } = fakeApi();
    expect(await problemOf(await handlerFor(api, { cronSecret }).handler(run()))).toMatchObject({
      status: 403,
    });
    expect(calls).toEqual([]);
  });

  it.each([['another-secret-of-16'], [`${cronSecret}x`], ['x']])('refuses the secret %s', async (secret) => {
    const { api, calls } = fakeApi();
    const { handler } = handlerFor(api, { authorize: nobody, cronSecret });
    const answer = await handler(post('/admin/run-sweep', body, bearer(secret)));
    expect([answer.status, calls]).toEqual([401, []]);
  });

  it('opens nothing else', async () => {
    const { handler } = handlerFor(fakeApi().api, { authorize: nobody, cronSecret });
    const order = { numberId: 'num_1', reason: 'cron' };
    expect((await handler(post('/admin/release-number', order, bearer(cronSecret)))).status).toBe(401);
  });

  it.each([['short'], ['with spaces in it, but long'], ['']])(
    'does not start with the secret %j',
    (secret) => {
      const make = () => handlerFor(fakeApi().api, { cronSecret: secret });
      expect(make).toThrow(expect.objectContaining({ code: 'invalid-cron-secret' }));
    },
  );
});
