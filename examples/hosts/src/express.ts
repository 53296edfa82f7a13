import express, { type Express, type RequestHandler } from 'express';
import { toNodeHandler } from 'numberkit/node';
import type { Mounted } from './mounted.ts';

/** Express 5. Body parsers come after; `before` is for tests that put one in front. */
export function expressHost({ api, nodeVoice }: Mounted, before: readonly RequestHandler[] = []): Express {
  const app = express();
  for (const parser of before) app.use(parser);
  app.use('/api/twilio', toNodeHandler(api));
  app.use('/twilio/voice', nodeVoice);
  app.use(express.json());
  return app;
}
