import type { VoiceRoute } from '@numberkit/contract';
import { isE164, type VoiceCall } from '../request/index.ts';
import { twiml } from '../twiml/index.ts';
import { mayDial } from './loop-guard.ts';
import type { RecoverySettings } from './recovery-options.ts';

/** Addresses that recovery sends Twilio on to. */
export interface RecoveryUrls {
  /** Asked when a dialled phone is done. */
  readonly recovery: string;
  /** Asked when a voicemail is recorded. */
  readonly recording: string;
}

/** What the caller hears next, and which step that is. */
export interface RecoveryStep {
  readonly step: 'dial' | 'voicemail' | 'hang-up';
  readonly document: string;
}

/** Writes what a caller hears after an agent failed. */
export interface Recovery {
  /** The tenant's own phone when there is one that may be rung, else voicemail. */
  recover(call: VoiceCall, route: VoiceRoute | undefined): RecoveryStep;
  /** A phone the agent asked for; voicemail when ringing it would make a loop. */
  transfer(call: VoiceCall, phoneNumber: string): RecoveryStep;
  /** The last step: take a message, or end the call. */
  voicemail(): RecoveryStep;
}

/** Builds the recovery steps of one webhook. */
export function createRecovery(settings: RecoverySettings, urls: RecoveryUrls): Recovery {
  const last = lastStep(settings, urls);
  const ring = (call: VoiceCall, phoneNumber: string): RecoveryStep => {
    const attributes = {
      action: urls.recovery,
      method: 'POST',
      timeout: settings.dialTimeoutSeconds,
      callerId: recoveryCallerId(call, settings),
      answerOnBridge: true,
    } as const;
    return { step: 'dial', document: twiml.response(twiml.dial(attributes, twiml.phone(phoneNumber))) };
  };
  return {
    recover(call, route) {
      const phoneNumber = route?.recoveryPhone;
      const rungAlready = route?.agent.kind === 'dial' && route.agent.phoneNumber === phoneNumber;
      const usable = isE164(phoneNumber) && !rungAlready && mayDial(phoneNumber, call);
      return usable ? ring(call, phoneNumber) : last;
    },
    transfer(call, phoneNumber) {
      return mayDial(phoneNumber, call) ? ring(call, phoneNumber) : last;
    },
    voicemail: () => last,
  };
}

/** Twilio refuses a caller id that is no number (error 13247), so `client:` and hidden callers never show theirs. */
function recoveryCallerId(call: VoiceCall, settings: RecoverySettings): string {
  return settings.callerId === 'caller' && isE164(call.from) ? call.from : call.to;
}

function lastStep(settings: RecoverySettings, urls: RecoveryUrls): RecoveryStep {
  const { voicemail } = settings;
  if (voicemail === false) {
    return { step: 'hang-up', document: twiml.response(twiml.hangup()) };
  }
  const { prompt, language, voice, maxSeconds } = voicemail;
  const document = twiml.response(
    twiml.say(prompt, { language, voice }),
    twiml.record({ action: urls.recording, method: 'POST', maxLength: maxSeconds, playBeep: true }),
    // Reached when the caller stayed silent: <Record> asks its action only for a recording.
    twiml.hangup(),
  );
  return { step: 'voicemail', document };
}
