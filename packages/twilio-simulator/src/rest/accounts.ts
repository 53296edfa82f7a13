import { formatMicros } from '../world/index.ts';
import { rfc2822 } from './date.ts';
import { pageOf } from './page.ts';
import { ok, type RestContext, type Route } from './route.ts';
import { notFound } from './twilio-error.ts';

/** What a new account has to spend. The balance may fall below zero: the simulator never cuts anybody off. */
const OPENING_BALANCE_MICROS = 100_000_000;

const SUBRESOURCES = {
  addresses: 'Addresses',
  available_phone_numbers: 'AvailablePhoneNumbers',
  balance: 'Balance',
  calls: 'Calls',
  incoming_phone_numbers: 'IncomingPhoneNumbers',
  usage: 'Usage',
} as const;

function showAccount({ world: { account } }: RestContext) {
  const base = `/2010-04-01/Accounts/${account.sid}`;
  return {
    auth_token: account.authToken,
    date_created: rfc2822(account.createdAt),
    date_updated: rfc2822(account.createdAt),
    friendly_name: account.friendlyName,
    owner_account_sid: account.sid,
    sid: account.sid,
    status: 'active',
    subresource_uris: Object.fromEntries(
      Object.entries(SUBRESOURCES).map(([name, path]) => [name, `${base}/${path}.json`]),
    ),
    type: account.type,
    uri: `${base}.json`,
  };
}

function matchesList({ query, world: { account } }: RestContext): boolean {
  const [name, status] = [query.filled('FriendlyName'), query.filled('Status')];
  return (
    (name === undefined || name === account.friendlyName) && (status === undefined || status === 'active')
  );
}

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/2010-04-01/Accounts.json',
    mainKeyOnly: true,
    note: 'The one account: there are no subaccounts.',
    handle: (context) =>
      ok(
        pageOf(context, 'accounts', matchesList(context) ? [context.world.account] : [], () =>
          showAccount(context),
        ),
      ),
  },
  {
    method: 'GET',
    template: '/2010-04-01/Accounts/{Sid}.json',
    mainKeyOnly: true,
    handle: (context) => {
      if (context.path.Sid !== context.accountSid) throw notFound(context.pathname);
      return ok(showAccount(context));
    },
  },
  {
    method: 'GET',
    template: '/2010-04-01/Accounts/{AccountSid}/Balance.json',
    note: 'Opens at 100 USD; charges are taken off.',
    handle: ({ world, accountSid }) => {
      const { amountMicros, currency } = world.bill.total();
      const balance = formatMicros(OPENING_BALANCE_MICROS - amountMicros);
      return ok({ account_sid: accountSid, balance, currency });
    },
  },
];
