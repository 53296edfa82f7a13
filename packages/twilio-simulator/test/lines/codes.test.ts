import { describe, expect, it } from 'vitest';
import { createTwilioSimulator, type NewLine } from '../../src/index.ts';
import { forwardsOf } from './bench.ts';

const target = '+14155550142';
const simulator = createTwilioSimulator({ clock: { mode: 'virtual' } });
const lines = {
  gsm: { phoneNumber: '+14152340142', carrier: 'T-Mobile', kind: 'mobile' },
  verizon: { phoneNumber: '+15102340143', carrier: 'Verizon', kind: 'mobile' },
  home: { phoneNumber: '+14162340145', carrier: 'Rogers', kind: 'landline', quirks: { mustAnswer: [] } },
  telus: { phoneNumber: '+14162340146', carrier: 'Telus', kind: 'mobile' },
  ee: { phoneNumber: '+447400123456', carrier: 'EE', kind: 'mobile' },
  bt: { phoneNumber: '+442079460142', carrier: 'BT', kind: 'landline' },
  virgin: { phoneNumber: '+442079460143', carrier: 'Virgin Media', kind: 'landline' },
  telstra: { phoneNumber: '+61291234567', carrier: 'Telstra', kind: 'landline' },
  vodafone: { phoneNumber: '+61412345678', carrier: 'Vodafone', kind: 'mobile' },
  att: { phoneNumber: '+14152340147', carrier: 'AT&T', kind: 'mobile' },
  app: { phoneNumber: '+14152340148', carrier: 'Google Voice', kind: 'app' },
  spectrum: {
    phoneNumber: '+14152340150',
    carrier: 'Spectrum',
    kind: 'landline',
    quirks: { mustAnswer: [] },
  },
  abroad: { phoneNumber: '+4930901820', carrier: 'Irgendwer', kind: 'landline' },
  unheard: { phoneNumber: '+14152340149', carrier: 'Hilltop Wireless', kind: 'mobile' },
} as const satisfies Record<string, NewLine>;

const all = { all: target };
const unanswered = { busy: target, 'no-answer': target, unreachable: target };

/** A fresh line on which each of the keys is dialled in turn; what the last one came to. */
function dialAll(name: keyof typeof lines, ...dialled: readonly string[]) {
  const line = simulator.lines.add(lines[name]);
  const results = dialled.map((keys) => simulator.lines.dial(line, keys));
  const { outcome, heard = [] } = results.at(-1) ?? {};
  return { outcome, heard: heard.map(({ text }) => text), forwards: forwardsOf(simulator, line) };
}

describe('codes that turn forwarding on', () => {
  it.each([
    ['gsm', ['**21*4155550142#'], all],
    ['gsm', ['*21*14155550142#'], all],
    ['gsm', ['**21*+14155550142#'], all],
    ['gsm', ['**67*4155550142#'], { busy: target }],
    ['gsm', ['**61*4155550142*11*25#'], { 'no-answer': target }],
    ['gsm', ['**62*4155550142#'], { unreachable: target }],
    ['gsm', ['**004*4155550142#'], unanswered],
    ['gsm', ['**21*4155550142#', '#21#', '*21#'], all],
    ['verizon', ['*72 415 555 0142'], all],
    ['verizon', ['*714155550142'], unanswered],
    ['home', ['*72', '415 555 0142'], all],
    ['home', ['*72,4155550142'], all],
    ['home', ['72#4155550142'], all],
    ['home', ['1172', '4155550142'], all],
    ['home', ['*90,4155550142', '*92,4155550142'], { busy: target, 'no-answer': target }],
    ['telus', ['*21*4155550142#'], all],
    ['telus', ['*724155550142'], all],
    ['telus', ['*72#4155550142'], all],
    ['spectrum', ['*714155550142'], unanswered],
    ['abroad', ['*21*+4930901829#'], { all: '+4930901829' }],
    ['att', ['*90 415 555 0142 #', '*924155550142#'], { busy: target, 'no-answer': target }],
    ['att', ['*004*4155550142*11*20#'], unanswered],
    ['unheard', ['**21*4155550142#'], all],
    ['unheard', ['*724155550142'], all],
    ['ee', ['**21*02079460999#'], { all: '+442079460999' }],
    ['ee', ['**61*+442079460999#'], { 'no-answer': '+442079460999' }],
    ['bt', ['*21*02079460999#'], { all: '+442079460999' }],
    ['bt', ['*67*0014155550142#'], { busy: target }],
    ['virgin', ['*70*02079460999#'], { all: '+442079460999' }],
    [
      'virgin',
      ['*76*02079460999#', '*77*02079460999#'],
      { busy: '+442079460999', 'no-answer': '+442079460999' },
    ],
    ['telstra', ['*21 0291234999 #'], { all: '+61291234999' }],
    ['telstra', ['*61*0291234999#'], { 'no-answer': '+61291234999' }],
    ['telstra', ['*610291234999*15#'], { 'no-answer': '+61291234999' }],
    ['virgin', ['*7002079460999#'], { all: '+442079460999' }],
    [
      'vodafone',
      ['**004*+61291234999#'],
      { busy: '+61291234999', 'no-answer': '+61291234999', unreachable: '+61291234999' },
    ],
  ] as const)('%s takes %j', (name, dialled, forwards) => {
    const result = dialAll(name, ...dialled);
    expect(result).toMatchObject({ outcome: 'accepted', forwards });
  });
});

describe('codes that turn forwarding off', () => {
  it.each([
    ['gsm', '**21*4155550142#', '##21#'],
    ['gsm', '**21*4155550142#', '#21#'],
    ['gsm', '**004*4155550142#', '##004#'],
    ['gsm', '**61*4155550142#', '##002#'],
    ['verizon', '*714155550142', '*73'],
    ['home', '*72,4155550142', '*73'],
    ['home', '*72,4155550142', '73#'],
    ['home', '*92,4155550142', '*93'],
    ['telus', '*724155550142', '*720'],
    ['bt', '*21*02079460999#', '#21#'],
    ['virgin', '*77*02079460999#', '#77#'],
    ['virgin', '*7002079460999#', '#70'],
    ['spectrum', '*714155550142', '*73'],
    ['telstra', '*210291234999#', '#21#'],
  ] as const)('%s: after %s, %s', (name, on, off) => {
    expect(dialAll(name, on, off)).toMatchObject({ outcome: 'accepted', forwards: {} });
  });

  it('keep the number with one hash, forget it with two', () => {
    expect(dialAll('gsm', '**21*4155550142#', '#21#', '*21#')).toMatchObject({
      outcome: 'accepted',
      forwards: all,
    });
    expect(dialAll('gsm', '**21*4155550142#', '##21#', '*21#')).toMatchObject({
      outcome: 'refused',
      forwards: {},
    });
  });
});

describe('what a carrier refuses', () => {
  it.each([
    ['gsm', '**21#'],
    ['gsm', '**61*4155550142*11*7#'],
    ['gsm', '**21*4155550142*11*20#'],
    ['gsm', '**21*4155550142*13#'],
    ['gsm', '**21*555#'],
    ['gsm', '**99*4155550142#'],
    ['gsm', '*724155550142'],
    ['verizon', '*72'],
    ['verizon', '*72,4155550142'],
    ['verizon', '**21*4155550142#'],
    ['home', '*72+14155550142'],
    ['bt', '**21*02079460999#'],
    ['bt', '*2102079460999#'],
    ['vodafone', '**21*1300123456#'],
    ['app', '*724155550142'],
    ['app', '**21*4155550142#'],
  ] as const)('%s does not take %s', (name, keys) => {
    const { outcome, heard, forwards } = dialAll(name, keys);
    expect({ outcome, forwards }).toEqual({ outcome: 'refused', forwards: {} });
    expect(heard[0]).toBe('Fast busy tone');
  });
});

describe('what is heard', () => {
  it('is a text on a GSM phone, and the answer to a query', () => {
    expect(dialAll('gsm', '**61*4155550142*11*25#').heard).toEqual([
      'Forwarding active to +14155550142 (when unanswered)',
    ]);
    expect(dialAll('gsm', '**61*4155550142*11*25#', '*#61#').heard).toEqual([
      'When unanswered: forwarded to +14155550142 after 25 s',
    ]);
    expect(dialAll('gsm', '*#21#').heard).toEqual(['All calls: not forwarded']);
  });

  it('counts a ring time only for calls that nobody takes', () => {
    expect(dialAll('gsm', '**004*4155550142*11*15#', '*#004#').heard).toEqual([
      'When busy: forwarded to +14155550142',
      'When unanswered: forwarded to +14155550142 after 15 s',
      'When unreachable: forwarded to +14155550142',
    ]);
  });

  it('is a dial tone after a landline code, and two beeps after the number', () => {
    expect(dialAll('home', '*72')).toMatchObject({ outcome: 'dial-tone', forwards: {} });
    expect(dialAll('home', '*72', '4155550142').heard[0]).toBe('Two beeps');
  });

  it('forgets a code whose number never came when another follows', () => {
    expect(dialAll('home', '*72', '*90,4155550142').forwards).toEqual({ busy: target });
  });
});

it('has settings for a line that has no codes', () => {
  const line = simulator.lines.add(lines.app);
  simulator.lines.forward(line, 'all', target);
  expect(forwardsOf(simulator, line)).toEqual(all);
  simulator.lines.forward(line, 'all', null);
  expect(forwardsOf(simulator, line)).toEqual({});
});
