import type { ConversationRelay } from '../../twiml/index.ts';
import { CallCut, untilCut } from '../call-cut.ts';
import type { PhoneInput } from '../phone-line.ts';
import type { Walk } from '../walk.ts';
import { AgentSpeech } from './agent-speech.ts';
import type { AgentSocket } from './open-socket.ts';
import { openSocket, SocketFailure } from './open-socket.ts';
import { readRelayMessage } from './relay-message.ts';

/** Twilio's numbers for what goes wrong with a relay. */
const codes = { parameter: 64_101, connect: 64_102, dropped: 64_105, message: 64_107 };
const cleanCloses = [1000, 1001, 1005];

/** One ConversationRelay session: text to the agent, text from it. */
export class RelaySession {
  readonly #walk: Walk;
  readonly #relay: ConversationRelay;
  readonly #sessionId: string;
  readonly #speech: AgentSpeech;
  readonly #now: () => number;
  #language: string;

  constructor(walk: Walk, relay: ConversationRelay) {
    this.#walk = walk;
    this.#relay = relay;
    this.#language = relay.language;
    this.#sessionId = walk.exchange.ids.sid('VX');
    this.#now = () => walk.exchange.world.clock.now().getTime();
    this.#speech = new AgentSpeech(walk.leg, this.#now);
  }

  /** Runs until the agent, the caller or the connection ends it; resolves to the action's parameters. */
  async run(): Promise<Record<string, string>> {
    const { signal, leg } = this.#walk;
    let socket: AgentSocket;
    try {
      socket = await openSocket(this.#walk, this.#relay.url);
    } catch (error) {
      if (!(error instanceof SocketFailure)) throw error;
      return this.#failed(error.reason === 'address' ? codes.parameter : codes.connect, error.message, 0);
    }
    const startedAt = this.#now();
    const seconds = () => Math.round((this.#now() - startedAt) / 1000);
    socket.send(this.#setup());
    if (this.#relay.welcomeGreeting !== '') this.#speech.token(this.#relay.welcomeGreeting, true);
    const stopListening = leg.line.listen((input) => this.#input(socket, input));
    try {
      const end = await untilCut(signal, Promise.race([this.#agentEnds(socket), socket.closed]));
      if ('handoffData' in end) return this.#ended('ended', seconds(), end.handoffData);
      if (cleanCloses.includes(end.code)) return this.#ended('ended', seconds(), undefined);
      return this.#failed(codes.dropped, `The WebSocket closed with code ${end.code}.`, seconds());
    } catch (error) {
      if (error instanceof CallCut && leg.over.aborted) return this.#ended('completed', seconds(), undefined);
      throw error;
    } finally {
      stopListening();
      this.#speech.finish();
      socket.close();
    }
  }

  /** Follows the agent's messages; resolves with its `end`. */
  #agentEnds(socket: AgentSocket): Promise<{ handoffData: string | undefined }> {
    const { line, log } = this.#walk.leg;
    return new Promise((resolve) => {
      socket.onFrame((frame) => {
        const message = readRelayMessage(frame);
        if (typeof message === 'string') {
          log.record({
            kind: 'error',
            code: codes.message,
            message: `Invalid message from the agent: ${message}.`,
          });
          socket.send({ type: 'error', description: `Invalid message received: ${frame}` });
          return;
        }
        if (message.type === 'text') this.#speech.token(message.token, message.last);
        else if (message.type === 'play') line.speak('agent', `[plays ${message.source}]`);
        else if (message.type === 'sendDigits') line.tones(message.digits);
        else if (message.type === 'language')
          this.#language = message.transcriptionLanguage ?? this.#language;
        else resolve({ handoffData: message.handoffData });
      });
    });
  }

  #input(socket: AgentSocket, input: PhoneInput): void {
    const { log } = this.#walk.leg;
    const { interruptible, dtmfDetection } = this.#relay;
    if (input.kind === 'digit') {
      if (dtmfDetection) socket.send({ type: 'dtmf', digit: input.digit });
      else log.record({ kind: 'note', message: `${input.digit} was not sent: dtmfDetection is off.` });
      return;
    }
    if (input.kind === 'interrupt') {
      const heard =
        interruptible === 'any' || interruptible === 'speech' ? this.#speech.interrupt() : undefined;
      if (heard) {
        const { utterance, ms } = heard;
        socket.send({
          type: 'interrupt',
          utteranceUntilInterrupt: utterance,
          durationUntilInterruptMs: String(ms),
        });
      } else {
        log.record({
          kind: 'note',
          message: 'Nothing to interrupt: the agent was silent or not interruptible.',
        });
      }
    }
    if (input.text !== undefined) this.#prompt(socket, input.text);
  }

  #prompt(socket: AgentSocket, text: string): void {
    const prompt = { type: 'prompt', lang: this.#language };
    const words = text.split(' ');
    if (this.#relay.partialPrompts && words.length > 1) {
      const half = words.slice(0, Math.ceil(words.length / 2)).join(' ');
      socket.send({ ...prompt, voicePrompt: half, last: false });
    }
    socket.send({ ...prompt, voicePrompt: text, last: true });
  }

  #setup(): Record<string, unknown> {
    const { call } = this.#walk.leg;
    return {
      type: 'setup',
      sessionId: this.#sessionId,
      accountSid: this.#walk.exchange.world.account.sid,
      parentCallSid: call.parentCallSid ?? '',
      callSid: call.sid,
      from: call.from,
      to: call.to,
      forwardedFrom: call.forwardedFrom ?? '',
      callType: 'PSTN',
      callerName: call.callerName ?? '',
      direction: call.direction === 'inbound' ? 'inbound' : 'outbound',
      callStatus: call.status === 'in-progress' ? 'IN_PROGRESS' : 'RINGING',
      customParameters: this.#relay.parameters,
    };
  }

  #ended(status: string, seconds: number, handoffData: string | undefined): Record<string, string> {
    return {
      SessionId: this.#sessionId,
      SessionStatus: status,
      SessionDuration: String(seconds),
      ...(handoffData === undefined ? {} : { HandoffData: handoffData }),
    };
  }

  #failed(code: number, message: string, seconds: number): Record<string, string> {
    this.#walk.leg.log.record({ kind: 'error', code, message });
    return { ...this.#ended('failed', seconds, undefined), ErrorCode: String(code), ErrorMessage: message };
  }
}
