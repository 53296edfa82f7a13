import { describe, expect, it } from 'vitest';
import { findDestination, parsePublicUrl } from './endpoint.ts';

const publicUrl = parsePublicUrl('https://app.example.com/twilio/voice');

describe('findDestination', () => {
  it.each([
    ['/twilio/voice', 'voice'],
    ['/twilio/voice/', 'voice'],
    ['/twilio/voice/action', 'action'],
    ['/twilio/voice/recovery', 'recovery'],
    ['/twilio/voice/recording', 'recording'],
    ['/twilio/voice/status', 'status'],
    ['/twilio/voice/fallback', 'fallback'],
  ])('finds the endpoint of %s', (path, endpoint) => {
    expect(findDestination(publicUrl, path)?.endpoint).toBe(endpoint);
  });

  it('signs the outer address: origin and prefix from the public URL, the rest from the request', () => {
    expect(findDestination(publicUrl, "/twilio/voice/action?a='b+%20|")?.signedUrl).toBe(
      "https://app.example.com/twilio/voice/action?a='b+%20|",
    );
  });

  it('keeps a trailing slash that the request has, since Twilio signed it', () => {
    expect(findDestination(publicUrl, '/twilio/voice/')?.signedUrl).toBe(
      'https://app.example.com/twilio/voice/',
    );
  });

  it.each(['/twilio/voice/nothing', '/twilio/voice/action/more', '/twilio/voice//action'])(
    'serves nothing at %s',
    (path) => {
      expect(findDestination(publicUrl, path)).toBeUndefined();
    },
  );

  it.each([
    ['/', 'voice', ''],
    ['/action', 'action', '/action'],
    ['/inner/hooks/status?x=1', 'status', '/status?x=1'],
    ['/twilio/voicemail', 'voice', ''],
  ])(
    'lets the last segment of %s decide when a mount or proxy changed the prefix',
    (path, endpoint, below) => {
      expect(findDestination(publicUrl, path)).toEqual({
        endpoint,
        signedUrl: `https://app.example.com/twilio/voice${below}`,
      });
    },
  );

  it('serves a public URL without a path', () => {
    const bare = parsePublicUrl('https://app.example.com');
    expect(findDestination(bare, '/?a=1')).toEqual({
      endpoint: 'voice',
      signedUrl: 'https://app.example.com?a=1',
    });
    expect(findDestination(bare, '/status')?.endpoint).toBe('status');
  });
});

describe('parsePublicUrl', () => {
  it('drops a trailing slash', () => {
    expect(parsePublicUrl('https://app.example.com:8443/v/')).toEqual({
      href: 'https://app.example.com:8443/v',
      path: '/v',
    });
  });

  it.each([
    '',
    'app.example.com/voice',
    '/twilio/voice',
    'wss://app.example.com/voice',
    'https://app.example.com/voice?tenant=1',
    'https://app.example.com/voice#rc=2',
    'https://user:secret@app.example.com/voice',
    'https://app.example.com/a voice',
  ])('refuses %j, naming the option and not the value', (value) => {
    expect(() => parsePublicUrl(value)).toThrow(/^publicUrl: not a plain http\(s\) address/);
    expect(() => parsePublicUrl(value)).not.toThrow(/secret/);
  });
});
