import type { Verb } from '../../twiml/index.ts';
import type { Next, Walk } from '../walk.ts';
import { resolveCallback } from '../walk.ts';
import { runConnect } from './connect.ts';
import { runDial } from './dial.ts';
import { runGather } from './gather.ts';
import { runPrompt } from './prompt.ts';
import { runRecord } from './record.ts';
import { runReject } from './reject.ts';
import { runStart } from './start.ts';

/** Executes one verb and says what comes next. */
export async function runVerb(walk: Walk, verb: Verb): Promise<Next> {
  switch (verb.verb) {
    case 'Say':
    case 'Play':
    case 'Pause':
      return runPrompt(walk, verb);
    case 'Gather':
      return runGather(walk, verb);
    case 'Record':
      return runRecord(walk, verb);
    case 'Redirect':
      return { kind: 'fetch', purpose: 'redirect', callback: resolveCallback(walk, verb.target), params: {} };
    case 'Reject':
      return runReject(walk, verb);
    case 'Hangup':
      walk.leg.end('completed');
      return 'end';
    case 'Dial':
      return runDial(walk, verb);
    case 'Connect':
      return runConnect(walk, verb);
    case 'Start':
      return runStart(walk, verb);
  }
}
