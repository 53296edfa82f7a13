import { type BillCategory, type BillEntry, formatMicros, PRICES } from '../world/index.ts';
import { utcDay } from './date.ts';
import { pageOf } from './page.ts';
import { ok, type RestContext, type Route } from './route.ts';
import { cutPeriod, namedPeriod, type Period, requestedPeriod } from './usage-periods.ts';

const LIST = '/2010-04-01/Accounts/{AccountSid}/Usage/Records';

interface Category {
  name: string;
  description: string;
  unit: 'numbers' | 'calls' | 'lookups' | 'usd';
  usageUnit: 'numbers' | 'minutes' | 'calls' | 'lookups' | 'usd';
  of: readonly BillCategory[];
}

const NUMBERS: readonly BillCategory[] = ['phonenumbers-local', 'phonenumbers-tollfree'];
const EXTRAS: readonly BillCategory[] = ['calleridlookups', 'lookups', 'answering-machine-detection'];
const INBOUND: readonly BillCategory[] = ['calls-inbound-local', 'calls-inbound-tollfree'];

const numbers = (name: string, description: string, of: readonly BillCategory[]): Category => ({
  name,
  description,
  unit: 'numbers',
  usageUnit: 'numbers',
  of,
});
const calls = (name: string, description: string, of: readonly BillCategory[]): Category => ({
  name,
  description,
  unit: 'calls',
  usageUnit: 'minutes',
  of,
});

const CATEGORIES: readonly Category[] = [
  numbers('phonenumbers', 'Phone Numbers', NUMBERS),
  numbers('phonenumbers-local', 'Local Phone Numbers', ['phonenumbers-local']),
  numbers('phonenumbers-tollfree', 'Toll-Free Phone Numbers', ['phonenumbers-tollfree']),
  calls('calls', 'Voice Minutes', [...INBOUND, 'calls-outbound']),
  calls('calls-inbound', 'Inbound Voice Minutes', INBOUND),
  calls('calls-inbound-local', 'Inbound Local Voice Minutes', ['calls-inbound-local']),
  calls('calls-inbound-tollfree', 'Inbound Toll-Free Voice Minutes', ['calls-inbound-tollfree']),
  calls('calls-outbound', 'Outbound Voice Minutes', ['calls-outbound']),
  {
    name: 'calleridlookups',
    description: 'Caller Name Lookups',
    unit: 'lookups',
    usageUnit: 'lookups',
    of: ['calleridlookups'],
  },
  {
    name: 'lookups',
    description: 'Lookups',
    unit: 'lookups',
    usageUnit: 'lookups',
    of: ['lookups'],
  },
  {
    name: 'answering-machine-detection',
    description: 'Answering Machine Detection',
    unit: 'calls',
    usageUnit: 'calls',
    of: ['answering-machine-detection'],
  },
  {
    name: 'totalprice',
    description: 'Total Price',
    unit: 'usd',
    usageUnit: 'usd',
    of: [...NUMBERS, ...INBOUND, 'calls-outbound', ...EXTRAS],
  },
];

const VIEWS = {
  all_time: 'AllTime',
  daily: 'Daily',
  last_month: 'LastMonth',
  monthly: 'Monthly',
  this_month: 'ThisMonth',
  today: 'Today',
  yearly: 'Yearly',
  yesterday: 'Yesterday',
} as const;

function showRecord(context: RestContext, category: Category, period: Period, entries: readonly BillEntry[]) {
  const charged = entries.filter(
    (entry) =>
      category.of.includes(entry.category) &&
      utcDay(entry.at) >= period.start &&
      utcDay(entry.at) <= period.end,
  );
  const micros = charged.reduce((sum, entry) => sum + entry.amountMicros, 0);
  const quantity = charged.reduce((sum, entry) => sum + entry.quantity, 0);
  const money = category.unit === 'usd';
  const base = `/2010-04-01/Accounts/${context.accountSid}/Usage/Records`;
  return {
    account_sid: context.accountSid,
    api_version: '2010-04-01',
    as_of: `${context.world.clock.now().toISOString().slice(0, 19)}+00:00`,
    category: category.name,
    description: category.description,
    count: money ? null : String(charged.length),
    count_unit: money ? '' : category.unit,
    usage: money ? formatMicros(micros) : String(quantity),
    usage_unit: category.usageUnit,
    price: formatMicros(micros),
    price_unit: PRICES.currency.toLowerCase(),
    start_date: period.start,
    end_date: period.end,
    subresource_uris: Object.fromEntries(
      Object.entries(VIEWS).map(([name, path]) => [name, `${base}/${path}.json?Category=${category.name}`]),
    ),
    uri: `${base}.json?Category=${category.name}&StartDate=${period.start}&EndDate=${period.end}`,
  };
}

function list(context: RestContext, periods: readonly Period[]) {
  const wanted = context.query.filled('Category');
  const categories = CATEGORIES.filter(({ name }) => wanted === undefined || name === wanted);
  const entries = context.world.bill.entries();
  const rows = periods.flatMap((period) => categories.map((category) => ({ period, category })));
  return ok(
    pageOf(context, 'usage_records', rows, ({ period, category }) =>
      showRecord(context, category, period, entries),
    ),
  );
}

const UNITS = { Daily: 'day', Monthly: 'month', Yearly: 'year' } as const;

export const usageRecordRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: `${LIST}.json`,
    note: 'Computed from the bill: numbers, calls, look-ups and the total.',
    handle: (context) => list(context, [requestedPeriod(context)]),
  },
  ...['AllTime', 'LastMonth', 'ThisMonth', 'Today', 'Yesterday'].map(
    (name): Route => ({
      method: 'GET',
      template: `${LIST}/${name}.json`,
      handle: (context) => list(context, [namedPeriod(name, context)]),
    }),
  ),
  ...Object.entries(UNITS).map(
    ([name, unit]): Route => ({
      method: 'GET',
      template: `${LIST}/${name}.json`,
      handle: (context) => list(context, cutPeriod(requestedPeriod(context), unit)),
    }),
  ),
];
