import type { MediaStream } from '../../twiml/index.ts';
import { tellHost } from '../ask-host.ts';
import { CallCut, untilCut } from '../call-cut.ts';
import type { PhoneInput } from '../phone-line.ts';
import { rfc2822 } from '../rfc2822.ts';
import type { Walk } from '../walk.ts';
import { resolveCallback } from '../walk.ts';
import { durationOf, frameMs, silentFrame, voicedFrame } from './media-frames.ts';
import type { AgentSocket } from './open-socket.ts';
import { openSocket, SocketFailure } from './open-socket.ts';
import { Playback } from './playback.ts';
import { readStreamMessage } from './stream-message.ts';

/** Twilio's numbers for what goes wrong with a media stream. */
const codes = { connect: 31_901, handshake: 31_920, address: 31_920, message: 31_951 };
const charactersPerSecond = 15;

/** One media stream. `both` also plays what the program sends and takes the caller's keys. */
export class StreamSession {
  readonly #walk: Walk;
  readonly #stream: MediaStream;
  readonly #mode: 'both' | 'listen';
  readonly #streamSid: string;
  #sequence = 0;
  #voicedFrames = 0;

  constructor(walk: Walk, stream: MediaStream, mode: 'both' | 'listen') {
    this.#walk = walk;
    this.#stream = stream;
    this.#mode = mode;
    this.#streamSid = walk.exchange.ids.sid('MZ');
  }

  /** Runs until the program or the call ends it; resolves to the action's parameters. */
  async run(): Promise<Record<string, string>> {
    let socket: AgentSocket;
    try {
      socket = await openSocket(this.#walk, this.#stream.url, (frame) => frame.includes('"event":"media"'));
    } catch (error) {
      if (!(error instanceof SocketFailure)) throw error;
      const code = codes[error.reason];
      this.#walk.leg.log.record({ kind: 'error', code, message: error.message });
      this.#report('stream-error', { StreamError: error.message });
      return { StreamSid: this.#streamSid, StreamError: error.message, ErrorCode: String(code) };
    }
    this.#report('stream-started', {});
    this.#start(socket);
    const ended = new AbortController();
    const playback = new Playback(this.#walk.exchange.world.clock, this.#walk.leg.log, (name) =>
      this.#send(socket, { event: 'mark', mark: { name } }),
    );
    socket.onFrame((frame) => this.#receive(frame, playback));
    const stopListening = this.#mode === 'both' ? this.#listen(socket) : () => {};
    this.#sendMedia(socket, ended.signal);
    try {
      await untilCut(this.#walk.signal, socket.closed);
    } catch (error) {
      if (!(error instanceof CallCut) || !this.#walk.leg.over.aborted) throw error;
    } finally {
      ended.abort();
      playback.stop();
      stopListening();
      this.#send(socket, { event: 'stop', stop: this.#ids() });
      socket.close();
      this.#report('stream-stopped', {});
    }
    return { StreamSid: this.#streamSid };
  }

  #start(socket: AgentSocket): void {
    socket.send({ event: 'connected', protocol: 'Call', version: '1.0.0' });
    const { track } = this.#stream;
    this.#send(socket, {
      event: 'start',
      start: {
        ...this.#ids(),
        streamSid: this.#streamSid,
        tracks: track === 'both_tracks' ? ['inbound', 'outbound'] : [track.replace('_track', '')],
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
        customParameters: this.#stream.parameters,
      },
    });
  }

  /** A frame every 20 ms of the simulator's clock, voiced while the caller speaks. */
  #sendMedia(socket: AgentSocket, ended: AbortSignal): void {
    const { clock } = this.#walk.exchange.world;
    const track = this.#stream.track === 'outbound_track' ? 'outbound' : 'inbound';
    let chunk = 0;
    const tick = (): void => {
      if (ended.aborted) return;
      chunk += 1;
      const payload = this.#voicedFrames > 0 ? voicedFrame : silentFrame;
      this.#voicedFrames = Math.max(0, this.#voicedFrames - 1);
      const timestamp = String(chunk * frameMs);
      this.#send(socket, { event: 'media', media: { track, chunk: String(chunk), timestamp, payload } });
      clock.schedule(frameMs, tick);
    };
    clock.schedule(frameMs, tick);
  }

  #listen(socket: AgentSocket): () => void {
    return this.#walk.leg.line.listen((input: PhoneInput) => {
      if (input.kind === 'digit') {
        this.#send(socket, { event: 'dtmf', dtmf: { track: 'inbound_track', digit: input.digit } });
      } else if (input.text !== undefined) {
        this.#voicedFrames += Math.ceil(((input.text.length / charactersPerSecond) * 1000) / frameMs);
      }
    });
  }

  #receive(frame: string, playback: Playback): void {
    if (this.#mode === 'listen') return;
    const message = readStreamMessage(frame, this.#streamSid);
    if (typeof message === 'string') {
      const text = `Invalid message from the program: ${message}.`;
      this.#walk.leg.log.record({ kind: 'error', code: codes.message, message: text });
    } else if (message.event === 'media') playback.play(durationOf(message.payload));
    else if (message.event === 'mark') playback.mark(message.name);
    else playback.clear();
  }

  #send(socket: AgentSocket, frame: Record<string, unknown>): void {
    this.#sequence += 1;
    socket.send({ ...frame, sequenceNumber: String(this.#sequence), streamSid: this.#streamSid });
  }

  #ids(): { accountSid: string; callSid: string } {
    return { accountSid: this.#walk.exchange.world.account.sid, callSid: this.#walk.leg.call.sid };
  }

  #report(event: string, more: Record<string, string>): void {
    const { statusCallback, name } = this.#stream;
    if (!statusCallback) return;
    const params = {
      StreamSid: this.#streamSid,
      StreamName: name ?? this.#streamSid,
      StreamEvent: event,
      Timestamp: rfc2822(this.#walk.exchange.world.clock.now()),
      ...more,
    };
    const callback = resolveCallback(this.#walk, statusCallback);
    void tellHost(this.#walk.exchange, this.#walk.leg, { purpose: 'stream-status', callback, params });
  }
}
