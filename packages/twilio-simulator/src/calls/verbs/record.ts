import type { RecordVerb } from '../../twiml/index.ts';
import { tellHost } from '../ask-host.ts';
import { CallCut } from '../call-cut.ts';
import { InputReader } from '../input-reader.ts';
import { recordingParameters } from '../recording-parameters.ts';
import type { Next, Walk } from '../walk.ts';
import { afterVerb, resolveCallback } from '../walk.ts';

/**
 * Records until silence, a key, the limit or the end of the call. A recording in which nothing was said is
 * dropped and the next verb runs, as at Twilio. Source: https://www.twilio.com/docs/voice/twiml/record
 */
export async function runRecord(walk: Walk, verb: RecordVerb): Promise<Next> {
  const { leg, exchange } = walk;
  if (verb.playBeep) leg.line.speak('twilio', '[beep]');
  const startedAt = exchange.world.clock.now().getTime();
  const heard = await record(walk, verb, startedAt);
  if (!heard.spoke) return undefined;
  const seconds = Math.max(1, Math.ceil((exchange.world.clock.now().getTime() - startedAt) / 1000));
  const recording = recordingParameters(walk.exchange, seconds);
  leg.log.record({ kind: 'note', message: `Recorded ${seconds} s as ${recording.RecordingSid}.` });
  if (verb.statusCallback) {
    const params = {
      ...recording,
      RecordingStatus: 'completed',
      RecordingChannels: '1',
      RecordingSource: 'RecordVerb',
    };
    const callback = resolveCallback(walk, verb.statusCallback);
    void tellHost(exchange, leg, { purpose: 'recording-status', callback, params });
  }
  const action = verb.action ?? (walk.url ? { url: walk.url, method: verb.method } : undefined);
  return afterVerb(walk, action, { ...recording, Digits: heard.key }, undefined);
}

async function record(
  walk: Walk,
  verb: RecordVerb,
  startedAt: number,
): Promise<{ spoke: boolean; key: string }> {
  const reader = new InputReader(walk);
  let spoke = false;
  try {
    for (;;) {
      const left = startedAt + verb.maxSeconds * 1000 - walk.exchange.world.clock.now().getTime();
      const input = await reader.next(Math.min(left, verb.timeoutSeconds * 1000));
      if (!input) return { spoke, key: '' };
      if (input.kind !== 'digit') spoke = true;
      else if (verb.finishOnKey.includes(input.digit)) return { spoke, key: input.digit };
    }
  } catch (error) {
    if (!(error instanceof CallCut) || !walk.leg.over.aborted) throw error;
    return { spoke: spoke || reader.rest().some(({ kind }) => kind !== 'digit'), key: 'hangup' };
  } finally {
    reader.close();
  }
}
