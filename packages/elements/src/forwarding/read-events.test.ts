import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvents, type ServerEvent } from './read-events.ts';

async function read(...chunks: readonly Uint8Array[]): Promise<ServerEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const events: ServerEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}
const bytes = (text: string) => new TextEncoder().encode(text);

describe('the events of a stream', () => {
  it.each([
    ['LF', 'event: test\ndata: {"a":1}\n\n'],
    ['CRLF', 'event: test\r\ndata: {"a":1}\r\n\r\n'],
    ['CR', 'event: test\rdata: {"a":1}\r\r\n'],
    ['no space', 'event:test\ndata:{"a":1}\n\n'],
    ['comments and unknown fields', ': hello\nid: 4\nevent: test\nretry: 10\ndata: {"a":1}\n\n'],
  ])('are read with %s', async (_what, text) => {
    expect(await read(bytes(text))).toEqual([{ event: 'test', data: '{"a":1}' }]);
  });

  it('join the lines of their data, and leave out what has none', async () => {
    const text = ': ping\n\ndata: one\ndata: two\n\nevent: empty\n\n';
    expect(await read(bytes(text))).toEqual([{ event: 'message', data: 'one\ntwo' }]);
  });

  it('that are cut off by the end of the stream are none', async () => {
    expect(await read(bytes('data: whole\n\ndata: half'))).toEqual([{ event: 'message', data: 'whole' }]);
  });

  it('do not depend on where the network cuts them', async () => {
    const text = bytes(
      'event: test\r\ndata: {"name":"Zoë ☎"}\r\n\r\ndata: two\n\n: ping\n\nevent: x\ndata: 3\n\n',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(text.length), { maxLength: 12 }), async (cuts) => {
        const places = [0, ...cuts.sort((one, other) => one - other), text.length];
        const chunks = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(await read(...chunks)).toEqual([
          { event: 'test', data: '{"name":"Zoë ☎"}' },
          { event: 'message', data: 'two' },
          { event: 'x', data: '3' },
        ]);
      }),
    );
  });
});
