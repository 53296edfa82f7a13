import { expect, it } from 'vitest';
import { durationOf, silentFrame, toMuLaw, voicedFrame } from './media-frames.ts';

it('encodes the reference points of G.711 mu-law', () => {
  expect([toMuLaw(0), toMuLaw(-1), toMuLaw(32_635), toMuLaw(-32_635)]).toEqual([0xff, 0x7f, 0x80, 0x00]);
});

it('makes frames of 20 ms', () => {
  expect(durationOf(silentFrame)).toBe(20);
  expect(durationOf(voicedFrame)).toBe(20);
});
