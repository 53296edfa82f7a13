import { expect, it } from 'vitest';
import { readRelayMessage } from './relay-message.ts';

it('reads every documented message', () => {
  expect(readRelayMessage('{"type":"text","token":"Hi","last":true,"lang":"en-US"}')).toEqual({
    type: 'text',
    token: 'Hi',
    last: true,
  });
  expect(readRelayMessage('{"type":"play","source":"https://a.example/x.mp3","loop":1}')).toMatchObject({
    type: 'play',
  });
  expect(readRelayMessage('{"type":"sendDigits","digits":"1w2#"}')).toMatchObject({ digits: '1w2#' });
  expect(readRelayMessage('{"type":"language","ttsLanguage":"es-ES"}')).toMatchObject({ type: 'language' });
  expect(readRelayMessage('{"type":"end","handoffData":"{}"}')).toEqual({ type: 'end', handoffData: '{}' });
});

it('takes a text without "last" as the middle of an answer, as Twilio does', () => {
  expect(readRelayMessage('{"type":"text","token":"Hi"}')).toMatchObject({ last: false });
});

it.each([
  ['no JSON', 'hello'],
  ['an array', '[]'],
  ['an unknown type', '{"type":"speak","token":"Hi"}'],
  ['a missing token', '{"type":"text"}'],
  ['"last" as a string', '{"type":"text","token":"Hi","last":"true"}'],
  ['a source that is no address', '{"type":"play","source":"x.mp3"}'],
  ['digits with letters', '{"type":"sendDigits","digits":"12a"}'],
  ['a language without language', '{"type":"language"}'],
  ['hand-off data as an object', '{"type":"end","handoffData":{}}'],
])('refuses %s and says why', (_name, frame) => {
  expect(typeof readRelayMessage(frame)).toBe('string');
});
