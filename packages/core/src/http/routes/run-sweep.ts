import { paths, type RunSweepResponse } from '@numberkit/contract';
import { defineRoute } from '../route.ts';
import { runSweepBody, runSweepResponse } from '../schemas/index.ts';

/** `POST admin/run-sweep` */
export const runSweep = defineRoute(
  {
    operationId: 'runSweep',
    method: 'POST',
    path: paths.runSweep,
    summary: 'Run one sweep now',
    description:
      'For operators, and for a cron that sends `Authorization: Bearer` and the secret of the option `cronSecret`. ' +
      'Answers when the sweep has ended.',
    operatorsOnly: true,
    allowsCron: true,
    from: 'body',
    input: runSweepBody,
    answers: { 200: { description: 'What became of it.', schema: runSweepResponse } },
  },
  async ({ sweep, onlyWhenDue = false }, { api }) => {
    const { outcome } = await api.sweeps.run(sweep, { onlyWhenDue });
    const body: RunSweepResponse = { sweep, outcome };
    return { status: 200, body };
  },
);
