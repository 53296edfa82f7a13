import type { GatherVerb } from '../../twiml/index.ts';
import { InputReader } from '../input-reader.ts';
import type { Next, Walk } from '../walk.ts';
import { actionSource } from '../walk.ts';
import { runPrompt } from './prompt.ts';

/**
 * Prompts, then waits for keys or speech. Without an action the current document is asked again.
 * Source: https://www.twilio.com/docs/voice/twiml/gather
 */
export async function runGather(walk: Walk, verb: GatherVerb): Promise<Next> {
  const reader = new InputReader(walk);
  let result: Record<string, string> | undefined;
  try {
    for (const prompt of verb.prompts) {
      if (reader.hasInput) break;
      if (prompt.verb === 'Pause') await reader.wait(prompt.seconds * 1000);
      else await runPrompt(walk, prompt);
    }
    result = await collect(reader, verb);
  } finally {
    reader.close();
  }
  if (!result && verb.actionOnEmptyResult) result = verb.dtmf ? { Digits: '' } : { SpeechResult: '' };
  if (!result) return undefined;
  const action = verb.action ?? (walk.url ? { url: walk.url, method: verb.method } : undefined);
  return action && actionSource(walk, action, result);
}

async function collect(reader: InputReader, verb: GatherVerb): Promise<Record<string, string> | undefined> {
  let digits = '';
  for (;;) {
    const input = await reader.next(verb.timeoutSeconds * 1000);
    if (!input) break;
    if (input.kind === 'digit') {
      if (!verb.dtmf) continue;
      if (verb.finishOnKey !== '' && verb.finishOnKey.includes(input.digit)) break;
      digits += input.digit;
      if (digits.length === verb.numDigits) break;
    } else if (verb.speech && input.text !== undefined) {
      return { SpeechResult: input.text, Confidence: '0.97' };
    }
  }
  return digits === '' ? undefined : { Digits: digits };
}
