import {
  IDEMPOTENCY_KEY_HEADER,
  type NumberResponse,
  type PurchaseNumberRequest,
  paths,
  type SearchNumbersRequest,
  type SearchNumbersResponse,
  type SetupState,
  type TenantNumberStatus,
} from '@numberkit/contract';
import { ApiError } from './api-error.ts';
import { type Connection, sendRequest } from './send-request.ts';

/** The routes of a numberkit server that the elements use. Every method rejects with `ApiError` only. */
export interface ApiClient {
  setupState(signal?: AbortSignal): Promise<SetupState>;
  searchNumbers(request: SearchNumbersRequest, signal?: AbortSignal): Promise<SearchNumbersResponse>;
  /** @param key one per intent; sending the same again buys nothing twice */
  purchaseNumber(request: PurchaseNumberRequest, key: string, signal?: AbortSignal): Promise<NumberResponse>;
  numberStatus(id: string, signal?: AbortSignal): Promise<NumberResponse>;
}

/** A purchase may wait for the carrier; the server answers 202 before this. */
const PURCHASE_TIMEOUT_MS = 45_000;

/** A client over `fetch`: headers, time limits, problem answers as errors, repeats of what is safe to repeat. */
export function createApiClient(connection: Connection): ApiClient {
  return {
    async setupState(signal) {
      const answer = await sendRequest(connection, {
        method: 'GET',
        path: paths.setupState,
        repeatable: true,
        signal,
      });
      // The contract types the rest once these are what they should be.
      if (isObject(answer.tenant) && areNumbers(answer.numbers) && Array.isArray(answer.paths)) {
        // Older servers know of no forwardings.
        const forwardings = [answer.forwardings].flat().filter(isObject);
        return { ...answer, forwardings } as unknown as SetupState;
      }
      throw new ApiError('failed');
    },

    async searchNumbers(body, signal) {
      const answer = await sendRequest(connection, {
        method: 'POST',
        path: paths.searchNumbers,
        body,
        repeatable: true,
        signal,
      });
      const { numbers, suggestions } = answer;
      if (!areNumbers(numbers)) throw new ApiError('failed');
      // As above: the lists are there, the contract types the rest of their items.
      return { numbers, suggestions: Array.isArray(suggestions) ? suggestions : [] } as SearchNumbersResponse;
    },

    async purchaseNumber(body, key, signal) {
      const answer = await sendRequest(connection, {
        method: 'POST',
        path: paths.purchaseNumber,
        body,
        headers: { [IDEMPOTENCY_KEY_HEADER]: key },
        repeatable: false,
        timeoutMs: PURCHASE_TIMEOUT_MS,
        signal,
      });
      return toNumberResponse(answer);
    },

    async numberStatus(id, signal) {
      const path = `${paths.numberStatus}?id=${encodeURIComponent(id)}`;
      return toNumberResponse(
        await sendRequest(connection, { method: 'GET', path, repeatable: true, signal }),
      );
    },
  };
}

function toNumberResponse(answer: Record<string, unknown>): NumberResponse {
  // As above: the number and its state are there, the contract types its other fields.
  if (isNumber(answer.number) && statuses.has(answer.number.status))
    return answer as unknown as NumberResponse;
  throw new ApiError('failed');
}

const statuses = new Set<unknown>(['pending', 'active', 'failed', 'released'] satisfies TenantNumberStatus[]);

/** Without these two a number can be neither shown nor ordered. */
function isNumber(value: unknown): value is Record<string, unknown> {
  return (
    isObject(value) &&
    'phoneNumber' in value &&
    typeof value.phoneNumber === 'string' &&
    'display' in value &&
    typeof value.display === 'string'
  );
}

function areNumbers(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every(isNumber);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
