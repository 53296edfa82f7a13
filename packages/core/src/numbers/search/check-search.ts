import type { FieldProblem, SearchNumbersRequest } from '@numberkit/contract';
import { NumberkitError } from '../../errors.ts';
import { describePhoneNumber } from '../phone-number.ts';
import { type PlaceFields, readPlaceText, readPostalCode, readRegion } from '../places/index.ts';
import { type Pattern, readPattern } from './pattern.ts';
import { searchErrors } from './search-errors.ts';

const LIMIT = 10;
const LIMIT_AT_MOST = 50;

/** A search whose fields are known to be sound. */
export interface CheckedSearch {
  /** The one place named, if any. */
  readonly wanted: Wanted | undefined;
  readonly pattern: Pattern | undefined;
  /** `undefined`: as the place suggests. */
  readonly type: 'local' | 'toll-free' | undefined;
  readonly country: 'US' | 'CA' | undefined;
  readonly limit: number;
  readonly includeRestricted: boolean;
}

/** A place to search at: fields for the geography, and a known number if that is how it was named. */
export interface Wanted extends PlaceFields {
  readonly phoneNumber?: string;
}

/** @throws NumberkitError `invalid-search`; names every refused field with reason and remedy. */
export async function checkSearch(request: SearchNumbersRequest): Promise<CheckedSearch> {
  const pattern = request.contains === undefined ? undefined : readPattern(request.contains);
  const { limit = LIMIT } = request;
  const problems = [
    ...placeProblems(request),
    ...(await nearProblems(request.near)),
    ...(pattern && 'reason' in pattern ? [problem('contains', pattern.reason, 'Send COOL or 555.')] : []),
    ...(Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_AT_MOST
      ? []
      : [problem('limit', 'is not a whole number from 1 to 50', 'Send 10, or leave it out.')]),
  ];
  if (problems.length > 0) throw invalidSearch(problems);
  return {
    wanted: readWanted(request),
    pattern: pattern && 'text' in pattern ? pattern : undefined,
    type: request.type,
    country: request.country,
    limit,
    includeRestricted: request.includeRestricted ?? false,
  };
}

/** The error for refused fields. */
export function invalidSearch(fields: readonly FieldProblem[]): NumberkitError {
  const list = fields.map(({ field, reason }) => `${field} ${reason}`).join('; ');
  return new NumberkitError(searchErrors.invalidSearch, {
    detail: `The search is refused: ${list}.`,
    fields,
  });
}

function placeProblems(request: SearchNumbersRequest): readonly FieldProblem[] {
  const { query, areaCode, postalCode, region, near } = request;
  const city = request.locality === undefined ? 'region' : 'locality';
  const named = (['query', 'areaCode', city, 'postalCode'] as const).filter((name) => request[name]);
  const [, second] = near ? [...named, 'near'] : named;
  return [
    ...(second ? [problem(second, 'is a second place', 'Name one place only.')] : []),
    ...(query !== undefined && query.trim() === ''
      ? [problem('query', 'is empty', 'Send a place such as "Oakland, CA", or leave it out.')]
      : []),
    ...(areaCode !== undefined && !/^[2-9]\d{2}$/.test(areaCode)
      ? [problem('areaCode', 'is not three digits of an area code', 'Send three digits, such as 510.')]
      : []),
    ...(postalCode !== undefined && !readPostalCode(postalCode)
      ? [problem('postalCode', 'is neither a ZIP code nor a Canadian postal code', 'Send 94607 or M5V 2T6.')]
      : []),
    ...(region !== undefined && !readRegion(region)
      ? [problem('region', 'is not a state or province', 'Send its two letters, such as CA or ON.')]
      : []),
  ];
}

async function nearProblems(near: SearchNumbersRequest['near']): Promise<readonly FieldProblem[]> {
  if (!near) return [];
  if ('phoneNumber' in near) {
    const facts = await describePhoneNumber(near.phoneNumber);
    if (facts?.areaCode) return [];
    const reason = 'is not a local US or Canadian number';
    return [problem('near.phoneNumber', reason, 'Send it in E.164 form, such as +15105550142.')];
  }
  const bounds = { latitude: 90, longitude: 180 } as const;
  return (['latitude', 'longitude'] as const)
    .filter((field) => !(Math.abs(near[field]) <= bounds[field]))
    .map((field) => problem(`near.${field}`, 'is not in degrees', `Send a number up to ${bounds[field]}.`));
}

function readWanted(request: SearchNumbersRequest): Wanted | undefined {
  const { query, areaCode, locality, region, postalCode, near } = request;
  if (query !== undefined) return readPlaceText(query);
  if (areaCode) return { areaCode };
  if (postalCode) return { postalCode: readPostalCode(postalCode) };
  if (near && 'phoneNumber' in near)
    return { areaCode: near.phoneNumber.slice(2, 5), phoneNumber: near.phoneNumber };
  if (near) return { latitude: near.latitude, longitude: near.longitude };
  if (locality) return { locality, region };
  return region ? { region } : undefined;
}

function problem(field: string, reason: string, remedy: string): FieldProblem {
  return { field, reason, remedy };
}
