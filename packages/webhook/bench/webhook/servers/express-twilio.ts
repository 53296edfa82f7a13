import express from 'express';
import twilio from 'twilio';
import { ACTION_URL, PATH, PUBLIC_URL, TOKEN } from '../job.ts';
import { openReadable, parametersOf } from './by-hand.ts';
import { serve } from './serve.ts';

// (b) As the official SDK's documentation has it: Express, the SDK's middleware, VoiceResponse.
const [file = ''] = process.argv.slice(2);
const lookUp = openReadable(file);
const app = express();

app.post(
  PATH,
  express.urlencoded({ extended: false }),
  twilio.webhook(TOKEN, { url: PUBLIC_URL }),
  (request, response) => {
    const voice = new twilio.twiml.VoiceResponse();
    const row = lookUp(request.body.To);
    if (row === undefined) {
      voice.reject();
    } else {
      const { url, greeting, language, ttsProvider, transcriptionProvider, interruptible, ...agent } =
        row.agent;
      const relay = voice.connect({ action: ACTION_URL, method: 'POST' }).conversationRelay({
        url,
        welcomeGreeting: greeting ?? '',
        language: language ?? '',
        ttsProvider: ttsProvider ?? '',
        voice: agent.voice ?? '',
        transcriptionProvider: transcriptionProvider ?? '',
        interruptible: interruptible ?? 'any',
      });
      for (const [name, value] of Object.entries(parametersOf(row, request.body))) {
        relay.parameter({ name, value });
      }
    }
    response.type('text/xml').send(voice.toString());
  },
);

serve(app);
