import Koa, { type Middleware } from 'koa';
import { toNodeHandler } from 'numberkit/node';
import type { Mounted } from './mounted.ts';

/** Koa 3. Body parsers come after; `before` is for tests that put one in front. */
export function koaHost({ api, nodeVoice }: Mounted, before: readonly Middleware[] = []): Koa {
  const app = new Koa();
  for (const parser of before) app.use(parser);
  const nodeApi = toNodeHandler(api);
  app.use(async (ctx, next) => {
    const path = `${ctx.path}/`;
    const handler = path.startsWith('/api/twilio/')
      ? nodeApi
      : path.startsWith('/twilio/voice/')
        ? nodeVoice
        : undefined;
    if (!handler) return next();
    // We write the answer ourselves.
    ctx.respond = false;
    await handler(ctx.req, ctx.res);
  });
  return app;
}
