/** A number, and the cookie of the tenant that bought it. */
export interface BoughtNumber {
  readonly phoneNumber: string;
  readonly cookie: string;
}

/** As the tenant's page does it: signs in, searches, buys. */
export async function buyNumber(url: string, tenant: string): Promise<BoughtNumber> {
  const signIn = await fetch(`${url}/sign-in/${tenant}`, { method: 'POST', redirect: 'manual' });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const post = (path: string, body: unknown, more = {}) =>
    fetch(`${url}/api/twilio/${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...more },
      body: JSON.stringify(body),
    });
  const { numbers } = await (await post('search-numbers', { areaCode: '510', limit: 1 })).json();
  const order = { phoneNumber: numbers[0].phoneNumber };
  const bought = await post('purchase-number', order, {
    'idempotency-key': `${tenant}-${order.phoneNumber}`,
  });
  if (bought.status !== 201) throw new Error(`not bought: ${bought.status} ${await bought.text()}`);
  return { phoneNumber: order.phoneNumber, cookie };
}
