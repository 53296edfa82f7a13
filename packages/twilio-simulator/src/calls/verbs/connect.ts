import type { ConnectVerb } from '../../twiml/index.ts';
import { RelaySession, StreamSession } from '../sockets/index.ts';
import type { Next, Walk } from '../walk.ts';
import { afterVerb } from '../walk.ts';

/** Hands the call to a program over a WebSocket; a relay without an action ends the call afterwards. */
export async function runConnect(walk: Walk, verb: ConnectVerb): Promise<Next> {
  if (verb.noun.noun === 'ConversationRelay') {
    const params = await new RelaySession(walk, verb.noun).run();
    return afterVerb(walk, verb.action, params, 'end');
  }
  const params = await new StreamSession(walk, verb.noun, 'both').run();
  return afterVerb(walk, verb.action, params, undefined);
}
