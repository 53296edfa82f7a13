import { describe, expect, it } from 'vitest';
import { voiceUrls } from './voice-urls.ts';

describe('voiceUrls', () => {
  it('lists what to set at Twilio, with retries asked for in the fragment', () => {
    expect(voiceUrls('https://app.example.com/twilio/voice/')).toEqual({
      voiceUrl: 'https://app.example.com/twilio/voice#ct=2000&rt=5000&rc=2&rp=all',
      voiceMethod: 'POST',
      voiceFallbackUrl: 'https://app.example.com/twilio/voice/fallback#ct=2000&rt=5000&rc=2&rp=all',
      voiceFallbackMethod: 'POST',
      statusCallback: 'https://app.example.com/twilio/voice/status#ct=2000&rt=5000&rc=2&rp=all',
      statusCallbackMethod: 'POST',
    });
  });

  it('refuses what Twilio could not call', () => {
    expect(() => voiceUrls('/twilio/voice')).toThrow(/^publicUrl/);
  });
});
