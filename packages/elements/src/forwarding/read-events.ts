/** One server-sent event. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * The events of a stream, as the HTML standard reads them: lines ended by LF, CR or CRLF, an empty line ends an event,
 * and a chunk may end anywhere.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest = `${rest}${decoder.decode(value, { stream: true })}`;
      // A CR at the end may be half of a CRLF: it waits for what follows.
      const held = rest.endsWith('\r') ? '\r' : '';
      const blocks = rest
        .slice(0, rest.length - held.length)
        .replace(/\r\n?/g, '\n')
        .split('\n\n');
      rest = `${blocks.pop() ?? ''}${held}`;
      for (const block of blocks) {
        const event = parseEvent(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function parseEvent(block: string): ServerEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field = '', value = ''] = /^([^:]*)(?::\x20?(.*))?$/.exec(line) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return data.length > 0 ? { event, data: data.join('\n') } : null;
}
