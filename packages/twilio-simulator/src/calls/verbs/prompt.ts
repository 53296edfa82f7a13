import type { Prompt } from '../../twiml/index.ts';
import type { Walk } from '../walk.ts';
import { pause } from '../walk.ts';

/** Say, Play and Pause. Speech takes no time on the clock; only a pause does. */
export async function runPrompt(walk: Walk, prompt: Prompt): Promise<undefined> {
  const { line } = walk.leg;
  switch (prompt.verb) {
    case 'Say':
      line.speak('twilio', prompt.text);
      return;
    case 'Play':
      if (prompt.digits) line.tones(prompt.digits);
      if (prompt.source !== '') line.speak('twilio', `[plays ${prompt.source}]`);
      return;
    case 'Pause':
      await pause(walk, prompt.seconds * 1000);
  }
}
