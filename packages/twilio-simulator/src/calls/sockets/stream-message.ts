/** What the host's program may send over a bidirectional media stream. */
export type StreamMessage =
  | { readonly event: 'media'; readonly payload: string }
  | { readonly event: 'mark'; readonly name: string }
  | { readonly event: 'clear' };

/**
 * The message in a frame, or (as a string) why it is none.
 * Source: https://www.twilio.com/docs/voice/media-streams/websocket-messages
 */
export function readStreamMessage(frame: string, streamSid: string): StreamMessage | string {
  let fields: unknown;
  try {
    fields = JSON.parse(frame);
  } catch {
    return 'it is not JSON';
  }
  if (valueAt(fields, 'streamSid') !== streamSid) return `streamSid must be ${streamSid}`;
  const payload = valueAt(valueAt(fields, 'media'), 'payload');
  const name = valueAt(valueAt(fields, 'mark'), 'name');
  switch (valueAt(fields, 'event')) {
    case 'media':
      return typeof payload === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(payload)
        ? { event: 'media', payload }
        : 'media.payload must be base64';
    case 'mark':
      return typeof name === 'string' ? { event: 'mark', name } : 'mark.name must be a string';
    case 'clear':
      return { event: 'clear' };
    default:
      return 'its event is none of media, mark and clear';
  }
}

function valueAt(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
