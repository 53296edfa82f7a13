import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialStep, gsmStep, landlineStep } from '../../test/fake-api/index.ts';
import { englishForwarding } from '../forwarding-words/index.ts';
import { beatsOf } from './beats.ts';
import { pageOf, telOf } from './links.ts';
import { transcribe } from './transcript.ts';

const words = englishForwarding.guide;

describe('the moments of dialling', () => {
  it('are each key, then the call button, then what is heard', () => {
    const beats = beatsOf(dialStep({ keys: '*73', shown: '*73' }));
    expect(beats.map(({ kind, key }) => key || kind)).toEqual(['*', '7', '3', 'call', 'hear']);
  });

  it('begin with the receiver on a desk phone, and wait for the tone at a comma', () => {
    const kinds = beatsOf(landlineStep).map(({ kind, key }) => (kind === 'key' ? key : kind));
    expect(kinds.slice(0, 6)).toEqual(['lift', '*', '7', '2', 'wait', '5']);
    expect(kinds.at(-1)).toBe('hear');
    expect(kinds).not.toContain('call');
  });

  it('pause longer at the end of a group, as people do', () => {
    const beats = beatsOf(dialStep());
    const [third, fourth] = [beats[2], beats[3]];
    expect(third?.milliseconds).toBeGreaterThan(fourth?.milliseconds ?? 0);
  });

  it('are all the keys of any code, in order', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9*#,]{1,24}$/), (keys) => {
        const beats = beatsOf(dialStep({ keys, shown: keys.replaceAll(',', ' ') }));
        const dialled = beats.filter(({ kind }) => kind === 'key' || kind === 'wait').map(({ key }) => key);
        expect(dialled.join('')).toBe(keys);
        expect(beats.every(({ milliseconds }) => milliseconds > 0)).toBe(true);
      }),
    );
  });
});

describe('the transcript', () => {
  it('says every key, by name where it has one', () => {
    expect(transcribe(gsmStep, words)).toEqual([
      'Press star star 0 0 4 star 1 5 1 0 5 5 5 0 1 4 2 pound',
      'Press the call button',
      'You see or hear a confirmation.',
    ]);
  });

  it('says when to wait, and to stay on the line', () => {
    expect(transcribe(landlineStep, words)).toEqual([
      'Lift the receiver and wait for the tone',
      'Press star 7 2',
      'Wait for the tone',
      'Press 5 1 0 5 5 5 0 1 4 2',
      'Stay on the line until somebody answers. We answer at once.',
      'Our voice says that it is on. Then hang up.',
    ]);
  });
});

describe('links', () => {
  it('dial what the keys say, with the hash escaped', () => {
    expect(telOf(gsmStep)).toBe('tel:**004*15105550142%23');
  });

  it.each(['javascript:alert(1)', 'https://evil.test', 'tel:*73"><script>', ''])(
    'are never what a server slips in: %s',
    (tel) => {
      expect(telOf(dialStep({ tel, keys: '*73#' }))).toBe('tel:*73%23');
    },
  );

  it('open pages of the web and nothing else', () => {
    const page = (url: string | null) => pageOf({ kind: 'settings', path: [], url, enter: null });
    expect(page('https://voice.google.com/settings')).toBe('https://voice.google.com/settings');
    expect(page('javascript:alert(1)')).toBeNull();
    expect(page(null)).toBeNull();
  });
});
