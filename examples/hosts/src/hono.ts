import { Hono } from 'hono';
import type { Mounted } from './mounted.ts';

/** Hono, on any runtime. Do not read `c.req` before: the body can be read once. */
export function honoHost({ api, voice }: Mounted): Hono {
  const app = new Hono();
  app.all('/api/twilio/*', (c) => api(c.req.raw));
  app.all('/twilio/voice/*', (c) => voice(c.req.raw));
  return app;
}
