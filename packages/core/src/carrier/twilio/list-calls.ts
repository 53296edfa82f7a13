import type { CallQuery, CarrierCall } from '../carrier.ts';
import { readCallRecord } from './call-record.ts';
import { listItems } from './pages.ts';
import { accountPath, type TwilioClient } from './twilio-client.ts';

/** Calls since a moment. Twilio filters by UTC day, so what started earlier on the first day is left out here. */
export async function* listCalls(
  client: TwilioClient,
  query: CallQuery,
): AsyncGenerator<CarrierCall, void, undefined> {
  const request = {
    method: 'get',
    product: 'api',
    path: accountPath(client, 'Calls.json'),
    query: {
      PageSize: '1000',
      'StartTime>': query.since.toISOString().slice(0, 10),
      ...(query.to !== undefined && { To: query.to }),
      ...(query.from !== undefined && { From: query.from }),
    },
    repeatable: true,
  } as const;
  for await (const item of listItems(client, request, 'calls')) {
    const call = readCallRecord(item);
    if (call && (call.startedAt === null || call.startedAt >= query.since)) yield call;
  }
}
