import twilio from 'twilio';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { eventually } from './eventually.ts';
import type { Host } from './host.ts';
import { startHost } from './host.ts';
import { authToken, caller, createNetwork, office, own } from './network.ts';

vi.setConfig({ testTimeout: 15_000 });

let host: Host;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.close());

type Frame = { event: string } & Record<string, Record<string, unknown>>;

async function streaming(twiml: (url: string) => string) {
  const network = createNetwork({ mode: 'virtual' });
  const frames: Frame[] = [];
  const sockets: WebSocket[] = [];
  host.page('/voice', twiml(`${host.socketUrl}/audio`));
  host.page('/after', '<Say>After the stream</Say>');
  host.page('/stream-status', { body: '' });
  host.agent('/audio', (socket) => {
    sockets.push(socket);
    socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  });
  own(network.world, office, { voiceUrl: `${host.url}/voice` });
  const call = network.calls.dial({ from: caller, to: office });
  await eventually(() => frames.map(({ event }) => event)).toEqual(['connected', 'start']);
  const streamSid = String(frames[1]?.streamSid);
  const send = (frame: object) => sockets[0]?.send(JSON.stringify({ streamSid, ...frame }));
  const of = (event: string) => frames.filter((frame) => frame.event === event);
  return { ...network, call, frames, of, send, streamSid, socket: sockets[0] };
}

const connect = (url: string) =>
  `<Connect action="/after"><Stream url="${url}" name="main" statusCallback="/stream-status"><Parameter name="tenantId" value="t_1"/></Stream></Connect>`;

it('opens a signed stream, describes it, and sends 20 ms frames on the simulator clock', async () => {
  const { world, call, frames, of, streamSid } = await streaming(connect);
  const [handshake] = host.handshakes;
  const signature = String(handshake?.headers['x-twilio-signature']);
  expect(twilio.validateRequest(authToken, signature, `${host.socketUrl}/audio`, {})).toBe(true);
  expect(frames[1]).toEqual({
    event: 'start',
    sequenceNumber: '1',
    streamSid,
    start: {
      accountSid: world.account.sid,
      callSid: call.sid,
      streamSid,
      tracks: ['inbound'],
      mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
      customParameters: { tenantId: 't_1' },
    },
  });
  await world.clock.advance(100);
  await eventually(() => of('media').length).toBe(5);
  expect(of('media')[4]?.media).toMatchObject({ track: 'inbound', chunk: '5', timestamp: '100' });
  call.say('hello');
  await world.clock.advance(20);
  await eventually(() => of('media').length).toBe(6);
  expect(of('media')[5]?.media?.payload).not.toBe(of('media')[4]?.media?.payload);
  expect(of('media').map(({ media }) => Buffer.from(String(media?.payload), 'base64').length)).toEqual(
    Array(6).fill(160),
  );
});

it('reports a mark when the audio before it has been played, and at once when it is cleared', async () => {
  const { world, call, of, send } = await streaming(connect);
  const second = Buffer.alloc(8000, 0xff).toString('base64');
  send({ event: 'media', media: { payload: second } });
  send({ event: 'mark', mark: { name: 'one' } });
  await call.waitFor('[audio, 1.0 s]');
  await eventually(() => call.events().some((event) => JSON.stringify(event).includes('one'))).toBe(true);
  await world.clock.advance(900);
  expect(of('mark')).toEqual([]);
  await world.clock.advance(200);
  await eventually(() => of('mark').map(({ mark }) => mark?.name)).toEqual(['one']);
  send({ event: 'media', media: { payload: second } });
  send({ event: 'mark', mark: { name: 'two' } });
  send({ event: 'clear' });
  await eventually(() => of('mark').map(({ mark }) => mark?.name)).toEqual(['one', 'two']);
});

it('passes keys on and says when it stops; the action follows', async () => {
  const { call, of, socket, streamSid } = await streaming(connect);
  call.press('7');
  await eventually(() => of('dtmf')[0]?.dtmf).toEqual({ track: 'inbound_track', digit: '7' });
  socket?.close();
  await call.waitFor('After the stream');
  expect(host.request('/after').params).toMatchObject({ StreamSid: streamSid, CallStatus: 'in-progress' });
  await call.ended;
  const events = host.requests.filter(({ path }) => path === '/stream-status').map(({ params }) => params);
  expect(events.map(({ StreamEvent, StreamName }) => `${StreamName} ${StreamEvent}`)).toEqual([
    'main stream-started',
    'main stream-stopped',
  ]);
});

it('sends stop when the caller hangs up', async () => {
  const { call, of } = await streaming(connect);
  call.hangup();
  await call.ended;
  await eventually(() => of('stop')).toHaveLength(1);
  expect(of('stop')[0]?.stop).toMatchObject({ callSid: call.sid });
});

it('notes a message that is none', async () => {
  const { call, send } = await streaming(connect);
  send({ event: 'media', media: { payload: 'not base64!' } });
  await call.waitFor(({ events }) =>
    events().some((event) => event.kind === 'error' && event.code === 31951),
  );
});

it('runs a started stream beside the following verbs', async () => {
  const { call, of } = await streaming(
    (url) => `<Start><Stream url="${url}" track="both_tracks"/></Start><Say>Hello</Say><Pause length="9"/>`,
  );
  await call.waitFor('Hello');
  expect(of('start')[0]?.start?.tracks).toEqual(['inbound', 'outbound']);
  call.hangup();
  await call.ended;
  await eventually(() => of('stop')).toHaveLength(1);
});
