import { type PoolResponse, paths } from '@numberkit/contract';
import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { poolResponse } from '../schemas/index.ts';

/** `GET admin/pool` */
export const poolStatus = defineRoute(
  {
    operationId: 'poolStatus',
    method: 'GET',
    path: paths.pool,
    summary: 'Look at the pool',
    description: 'For operators. Stock, targets, demand, and what idle stock costs.',
    operatorsOnly: true,
    from: 'nowhere',
    input: z.object({}),
    answers: { 200: { description: 'The pool.', schema: poolResponse } },
  },
  async (_input, { api }) => {
    const status = await api.pool.status();
    const areas = status.areas.map((area) => ({ ...area, oldest: area.oldest?.toISOString() ?? null }));
    const body: PoolResponse = { ...status, areas };
    return { status: 200, body };
  },
);
