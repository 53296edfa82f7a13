/** What the agent may send over a ConversationRelay WebSocket. */
export type RelayMessage =
  | { readonly type: 'text'; readonly token: string; readonly last: boolean }
  | { readonly type: 'play'; readonly source: string }
  | { readonly type: 'sendDigits'; readonly digits: string }
  | { readonly type: 'language'; readonly transcriptionLanguage: string | undefined }
  | { readonly type: 'end'; readonly handoffData: string | undefined };

type Fields = Readonly<Record<string, unknown>>;

/**
 * The message in a frame, or (as a string) why it is none.
 * Source: https://www.twilio.com/docs/voice/conversationrelay/websocket-messages
 */
export function readRelayMessage(frame: string): RelayMessage | string {
  let fields: unknown;
  try {
    fields = JSON.parse(frame);
  } catch {
    return 'it is not JSON';
  }
  if (!isFields(fields)) return 'it is not a JSON object';
  switch (fields.type) {
    case 'text':
      return readText(fields);
    case 'play':
      return typeof fields.source === 'string' && URL.canParse(fields.source)
        ? { type: 'play', source: fields.source }
        : 'source must be an address';
    case 'sendDigits':
      return typeof fields.digits === 'string' && /^[0-9wW#*]+$/.test(fields.digits)
        ? { type: 'sendDigits', digits: fields.digits }
        : 'digits must consist of 0-9, w, # and *';
    case 'language':
      return readLanguage(fields);
    case 'end':
      return isOptionalString(fields.handoffData)
        ? { type: 'end', handoffData: fields.handoffData }
        : 'handoffData must be a string (encode JSON yourself)';
    default:
      return `its type is ${JSON.stringify(fields.type)}; known are text, play, sendDigits, language, end`;
  }
}

function readText(fields: Fields): RelayMessage | string {
  const { token, last } = fields;
  if (typeof token !== 'string') return 'token must be a string';
  for (const name of ['last', 'interruptible', 'preemptible']) {
    if (fields[name] !== undefined && typeof fields[name] !== 'boolean')
      return `${name} must be true or false`;
  }
  if (!isOptionalString(fields.lang)) return 'lang must be a string';
  return { type: 'text', token, last: last === true };
}

function readLanguage(fields: Fields): RelayMessage | string {
  const { ttsLanguage, transcriptionLanguage } = fields;
  if (!isOptionalString(ttsLanguage) || !isOptionalString(transcriptionLanguage)) {
    return 'languages must be strings';
  }
  if (ttsLanguage === undefined && transcriptionLanguage === undefined) {
    return 'ttsLanguage or transcriptionLanguage is needed';
  }
  return { type: 'language', transcriptionLanguage };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptionalString(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
