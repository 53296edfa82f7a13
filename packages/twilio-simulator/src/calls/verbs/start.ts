import type { StartVerb } from '../../twiml/index.ts';
import { tellHost } from '../ask-host.ts';
import { recordingParameters } from '../recording-parameters.ts';
import { StreamSession } from '../sockets/index.ts';
import type { Walk } from '../walk.ts';
import { resolveCallback } from '../walk.ts';

/** Starts streams and recordings that run beside the following verbs until the call ends. */
export function runStart(walk: Walk, verb: StartVerb): undefined {
  const { leg, exchange } = walk;
  // They outlive the document that started them, so only the end of the call stops them.
  const lasting: Walk = { ...walk, signal: leg.over };
  for (const stream of verb.streams) leg.track(new StreamSession(lasting, stream, 'listen').run());
  for (const { statusCallback } of verb.recordings) {
    leg.log.record({ kind: 'note', message: 'Records the call.' });
    if (!statusCallback) continue;
    const callback = resolveCallback(walk, statusCallback);
    const report = () => {
      const params = {
        ...recordingParameters(exchange, leg.call.durationSeconds ?? 0),
        RecordingStatus: 'completed',
        RecordingSource: 'StartCallRecordingTwiML',
      };
      void tellHost(exchange, leg, { purpose: 'recording-status', callback, params });
    };
    leg.over.addEventListener('abort', report, { once: true });
  }
}
