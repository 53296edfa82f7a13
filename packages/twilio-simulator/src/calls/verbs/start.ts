import type { StartVerb } from '../../twiml/index.ts';
import { tellHost } from '../ask-host.ts';
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
    const sid = exchange.ids.sid('RE');
    leg.log.record({ kind: 'note', message: `Records the call as ${sid}.` });
    if (!statusCallback) continue;
    const callback = resolveCallback(walk, statusCallback);
    const report = () => {
      const url = `https://api.twilio.com/2010-04-01/Accounts/${exchange.world.account.sid}/Recordings/${sid}`;
      const params = {
        RecordingSid: sid,
        RecordingUrl: url,
        RecordingStatus: 'completed',
        RecordingDuration: String(leg.call.durationSeconds ?? 0),
        RecordingSource: 'StartCallRecordingTwiML',
      };
      void tellHost(exchange, leg, { purpose: 'recording-status', callback, params });
    };
    leg.over.addEventListener('abort', report, { once: true });
  }
}
