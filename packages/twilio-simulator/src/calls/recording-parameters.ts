import type { CallNetwork } from './call-network.ts';
import { rfc2822 } from './rfc2822.ts';

/** What is told about a new recording that ends now. Its URL leads nowhere: the simulator keeps no sound. */
export function recordingParameters({ world, ids }: CallNetwork, seconds: number) {
  const sid = ids.sid('RE');
  return {
    RecordingSid: sid,
    RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${world.account.sid}/Recordings/${sid}`,
    RecordingDuration: String(seconds),
    RecordingStartTime: rfc2822(new Date(world.clock.now().getTime() - seconds * 1000)),
  };
}
