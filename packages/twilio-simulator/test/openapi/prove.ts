import type { TwilioSimulator } from '../../src/index.ts';
import { checkRequest } from './check-request.ts';
import { checkError, checkResponse } from './check-response.ts';
import { findOperation } from './documents.ts';

/** One request and its answer, as the official documents see it. */
export interface Exchange {
  operation: string | undefined;
  method: string;
  pathname: string;
  status: number;
  problems: string[];
}

export interface ProvenSimulator {
  fetch: TwilioSimulator['fetch'];
  exchanges: Exchange[];
}

async function judge(request: Request, sent: string, response: Response): Promise<Exchange> {
  const { pathname, searchParams } = new URL(request.url);
  const { method } = request;
  const { status } = response;
  const operation = findOperation(method, pathname);
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const problems =
    status >= 400
      ? checkError(status, body)
      : operation === undefined
        ? ['no such operation in the documents']
        : [
            ...checkRequest(operation, searchParams, new URLSearchParams(sent)),
            ...checkResponse(operation, status, body),
          ];
  return { operation: operation?.id, method, pathname, status, problems };
}

/**
 * The simulator with every request and answer held against Twilio's official documents. A difference makes
 * the request fail, so that no test can pass with one.
 */
export function prove(simulator: Pick<TwilioSimulator, 'fetch'>): ProvenSimulator {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    fetch: async (request) => {
      const sent = await request.clone().text();
      const response = await simulator.fetch(request.clone());
      const exchange = await judge(request, sent, response.clone());
      exchanges.push(exchange);
      if (exchange.problems.length > 0) {
        throw new Error(
          `${exchange.method} ${exchange.pathname} (${exchange.operation ?? 'unknown'}) differs from the ` +
            `documents: ${exchange.problems.join('; ')}`,
        );
      }
      return response;
    },
  };
}
