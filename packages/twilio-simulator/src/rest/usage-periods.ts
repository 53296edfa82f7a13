import { utcDay } from './date.ts';
import type { RestContext } from './route.ts';
import { refusal } from './twilio-error.ts';

/** A span of whole UTC days, both ends included, as `YYYY-MM-DD`. */
export interface Period {
  start: string;
  end: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const addDays = (day: string, days: number) => utcDay(new Date(Date.parse(day) + days * DAY_MS));

const monthStart = (day: string) => `${day.slice(0, 7)}-01`;
const monthEnd = (day: string) => addDays(monthStart(addDays(monthStart(day), 31)), -1);
const yearPeriod = (day: string): Period => ({
  start: `${day.slice(0, 4)}-01-01`,
  end: `${day.slice(0, 4)}-12-31`,
});

/** `2026-01-31`, or `-30days` counted from today. */
function readDay(value: string | undefined, today: string, name: string): string | undefined {
  if (value === undefined) return undefined;
  const back = /^([+-]\d+)days?$/.exec(value);
  if (back !== null) return addDays(today, Number(back[1]));
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && Number.isFinite(Date.parse(value))) return value;
  throw refusal(20001, `${name} is not a date: ${value}`);
}

/** The days a usage request asks about: from StartDate to EndDate, else the account's whole life. */
export function requestedPeriod({ query, world }: RestContext): Period {
  const today = utcDay(world.clock.now());
  return {
    start: readDay(query.filled('StartDate'), today, 'StartDate') ?? utcDay(world.account.createdAt),
    end: readDay(query.filled('EndDate'), today, 'EndDate') ?? today,
  };
}

/** Cuts a period into days, months or years; the newest first, as Twilio lists them. */
export function cutPeriod({ start, end }: Period, unit: 'day' | 'month' | 'year'): Period[] {
  const parts: Period[] = [];
  for (let day = start; day <= end; ) {
    const whole =
      unit === 'day'
        ? { start: day, end: day }
        : unit === 'month'
          ? { start: monthStart(day), end: monthEnd(day) }
          : yearPeriod(day);
    parts.unshift({ start: day, end: whole.end < end ? whole.end : end });
    day = addDays(whole.end, 1);
  }
  return parts;
}

/** The single periods with a name of their own. */
export function namedPeriod(name: string, context: RestContext): Period {
  const today = utcDay(context.world.clock.now());
  if (name === 'Today') return { start: today, end: today };
  if (name === 'Yesterday') return { start: addDays(today, -1), end: addDays(today, -1) };
  if (name === 'ThisMonth') return { start: monthStart(today), end: today };
  if (name === 'LastMonth') {
    const last = addDays(monthStart(today), -1);
    return { start: monthStart(last), end: last };
  }
  return requestedPeriod(context);
}
