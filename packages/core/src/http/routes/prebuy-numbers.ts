import { type PrebuyNumbersResponse, paths } from '@numberkit/contract';
import type { PrebuyRun } from '../../pool/index.ts';
import { actorOf } from '../actor-of.ts';
import { defineRoute } from '../route.ts';
import { prebuyNumbersRequest, prebuyNumbersResponse } from '../schemas/index.ts';

/** `POST admin/prebuy-numbers` */
export const prebuyNumbers = defineRoute(
  {
    operationId: 'prebuyNumbers',
    method: 'POST',
    path: paths.prebuyNumbers,
    summary: 'Fill the pool',
    description:
      'For operators. Buys until the pool holds so many numbers in each area code, and answers when it is through: ' +
      'about a second per number. Sending it again, also after a broken connection, goes on and never buys too much.',
    operatorsOnly: true,
    from: 'body',
    input: prebuyNumbersRequest,
    answers: { 200: { description: 'What was bought and what was not.', schema: prebuyNumbersResponse } },
  },
  async (input, { api, access }) => {
    const run = api.pool.prebuy({
      areaCodes: input.areaCodes ?? input.area_codes ?? [],
      countPerArea: input.countPerArea ?? input.count_per_area ?? 0,
      dryRun: input.dryRun ?? input.dry_run ?? false,
      actor: actorOf(access),
    });
    return { status: 200, body: await summarise(run) };
  },
);

async function summarise(run: PrebuyRun): Promise<PrebuyNumbersResponse> {
  let planned: PrebuyNumbersResponse['planned'] = { numbers: 0, monthlyCost: [] };
  for await (const step of run) {
    if (step.kind === 'planned') {
      const numbers = step.areas.reduce((sum, { missing }) => sum + missing, 0);
      planned = { numbers, monthlyCost: step.monthlyCost };
    }
    if (step.kind === 'finished') return { ...step.summary, planned };
  }
  throw new Error('a prebuy ended without its summary');
}
