import { type ForwardingStatsResponse, paths } from '@numberkit/contract';
import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { forwardingStatsResponse } from '../schemas/index.ts';

/** `GET admin/forwarding-stats` */
export const forwardingStats = defineRoute(
  {
    operationId: 'forwardingStats',
    method: 'GET',
    path: paths.forwardingStats,
    summary: 'What test calls say about each dial code',
    description: 'For operators. Counts over all tenants; no numbers.',
    operatorsOnly: true,
    from: 'nowhere',
    input: z.object({}),
    answers: { 200: { description: 'The codes.', schema: forwardingStatsResponse } },
  },
  async (_input, { api }) => {
    const body: ForwardingStatsResponse = { codes: await api.forwardings.stats() };
    return { status: 200, body };
  },
);
