import type { HttpMethod } from '../world/index.ts';
import { refusal } from './twilio-error.ts';

/** Query or form parameters, read as Twilio documents them. An absent parameter is undefined. */
export interface Parameters {
  has(name: string): boolean;
  text(name: string): string | undefined;
  /** Absent and empty alike are undefined. */
  filled(name: string): string | undefined;
  all(name: string): string[];
  flag(name: string): boolean | undefined;
  whole(name: string, range: { min: number; max: number }, code?: number): number | undefined;
  method(name: string, code?: number): HttpMethod | undefined;
  /** An http(s) address, or '' which clears the setting. */
  url(name: string, code?: number): string | undefined;
  sid(name: string, prefix: string, code?: number): string | undefined;
  readonly source: URLSearchParams;
}

/** Twilio answers 20001 to a value it cannot read when no better code exists. */
const UNREADABLE = 20001;

export const isSid = (value: string, prefix: string): boolean =>
  value.startsWith(prefix) && /^[A-Z]{2}[0-9a-fA-F]{32}$/.test(value);

export function isHttpUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '';
}

export function readParameters(source: URLSearchParams): Parameters {
  const text = (name: string) => source.get(name) ?? undefined;
  const filled = (name: string) => text(name) || undefined;
  return {
    source,
    has: (name) => source.has(name),
    text,
    filled,
    all: (name) => source.getAll(name),
    flag: (name) => {
      const value = filled(name)?.toLowerCase();
      if (value === undefined) return undefined;
      if (value !== 'true' && value !== 'false') throw refusal(UNREADABLE, `${name} must be true or false`);
      return value === 'true';
    },
    whole: (name, { min, max }, code = UNREADABLE) => {
      const value = filled(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (Number.isInteger(number) && number >= min && number <= max) return number;
      throw refusal(code, `${name} must be a whole number from ${min} to ${max}`);
    },
    method: (name, code = 21403) => {
      const value = filled(name)?.toUpperCase();
      if (value === undefined || value === 'GET' || value === 'POST') return value;
      throw refusal(code, `${name} must be GET or POST`);
    },
    url: (name, code = 21402) => {
      const value = text(name);
      if (value === undefined || value === '' || isHttpUrl(value)) return value;
      throw refusal(code, `${name} is not a valid URL: ${value}`);
    },
    sid: (name, prefix, code = 20423) => {
      const value = text(name);
      if (value === undefined || value === '' || isSid(value, prefix)) return value;
      throw refusal(code, `${name} is not a valid SID: ${value}`);
    },
  };
}
