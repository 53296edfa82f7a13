/** Something wrong in a TwiML document. As a warning the call goes on; as an error it stops the document. */
export interface TwimlProblem {
  /** Twilio's error number, such as 12100. */
  readonly code: number;
  readonly message: string;
}

/** A document that cannot be executed. `code` is Twilio's error number. */
export class TwimlError extends Error implements TwimlProblem {
  override readonly name = 'TwimlError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Twilio's numbers for what can be wrong with a document. */
export const twimlCodes = {
  /** No usable HTTP answer. */
  httpRetrieval: 11200,
  /** More than 64 kB. */
  tooLarge: 11750,
  /** Not well-formed XML, or not a `<Response>`. */
  parse: 12100,
  /** Well-formed, but not what the schema allows. */
  schema: 12200,
  /** The content type is not one of XML's. */
  contentType: 12300,
  /** A ConversationRelay attribute is missing or invalid. */
  relayParameter: 64101,
} as const;
