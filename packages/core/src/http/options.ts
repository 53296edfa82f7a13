import type { SetupPath } from '@numberkit/contract';
import type { Log } from '../activity/index.ts';
import type { Clock } from '../clock.ts';
import type { Authorize, DevelopmentBypass, Sessions } from '../guard/index.ts';
import type { NumberkitApi } from './api.ts';

/** What {@link createHttpHandler} needs and may be told. */
export interface HttpHandlerOptions {
  readonly api: NumberkitApi;
  /** Who is asking, by the host's own means. Without it only session tokens let anybody in. */
  readonly authorize?: Authorize | undefined;
  /** Accepts session tokens (`Authorization: Bearer nks_…`); asked before `authorize`. */
  readonly sessions?: Pick<Sessions, 'verify'> | undefined;
  /** Lets the host's cron run sweeps: `Authorization: Bearer` and this secret, 16 characters or more. */
  readonly cronSecret?: string | undefined;
  /** Lets requests without a session in, on a developer's machine; asked last. Refuses to run in production. */
  readonly development?: DevelopmentBypass | undefined;
  /** Where the API is mounted: `/api/twilio` unless said otherwise, empty for the root. */
  readonly basePath?: string | undefined;
  /** The ways to a number that tenants may take, recommended first: `['buy']` unless said otherwise. */
  readonly paths?: readonly SetupPath[] | undefined;
  /** Origins, such as `https://app.example.com`, whose pages may use the API beside its own. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Largest JSON body in bytes: 16,384 unless said otherwise. */
  readonly maxBodyBytes?: number | undefined;
  /** What NODE_ENV says, unless the host says it here. */
  readonly environment?: string | undefined;
  /** Time, for the heartbeat of streams. Tests pass their own. */
  readonly clock?: Clock | undefined;
  /** Where log entries go; warnings and errors go to the standard error stream unless said otherwise. */
  readonly log?: Log | undefined;
  /** Makes the id of a problem; `req_…` unless said otherwise. */
  readonly newId?: (() => string) | undefined;
}

/** Answers every request under the base path; never rejects. */
export type HttpHandler = (request: Request) => Promise<Response>;
