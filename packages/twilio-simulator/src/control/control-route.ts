/** A request to `/_simulator/…`, already read. */
export interface ControlRequest {
  /** Values of the `:names` in the path. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body; an empty object when there is none. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** One operation of the control API. What `handle` returns is the JSON answer; undefined is 204, a Response goes out as it is. */
export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/_simulator`, with `:name` for a segment. */
  readonly path: string;
  readonly handle: (request: ControlRequest) => unknown;
}

/** The control request makes no sense; answered as 400 (or 404) with this message. */
export class ControlProblem extends Error {
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.name = 'ControlProblem';
    this.status = status;
  }
}
