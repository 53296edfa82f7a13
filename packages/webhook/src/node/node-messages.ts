/** As much of Node's `IncomingMessage` (of HTTP/1, HTTP/2, Express, Fastify, Koa) as is read here. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Set by Express and Connect: the whole path, where `url` lacks the path it is mounted at. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly readableDidRead?: boolean;
  /** What a body parser left: parsed, or the bytes. */
  readonly body?: unknown;
  /** The bytes as they came, when a body parser was told to keep them. */
  readonly rawBody?: unknown;
  on(event: string, listener: (...values: unknown[]) => void): unknown;
  pause(): unknown;
}

/** As much of Node's `ServerResponse` as is written here. */
export interface NodeResponse {
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  writeHead(status: number, headers: Record<string, string | number>): unknown;
  end(body?: string): unknown;
}
