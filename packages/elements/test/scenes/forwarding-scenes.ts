import { vi } from 'vitest';
import { type Mounted, until } from '../mount.ts';
import type { Scene } from './scene.ts';

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds).then(() => {});

const there = (mounted: Mounted, selector: string) => until(() => mounted.all(selector).length > 0, selector);

const primary = async (mounted: Mounted) => {
  await there(mounted, '[part=primary]');
  mounted.all('[part=primary]').at(-1)?.click();
  await pass(0);
};

const chooseForward = async (mounted: Mounted) => {
  await mounted.settled('path');
  mounted.all<HTMLInputElement>('input[name=path]')[1]?.click();
  await primary(mounted);
  await there(mounted, '#line');
};

const giveLine = async (mounted: Mounted) => {
  await chooseForward(mounted);
  mounted.type('#line', '5105550199');
  await primary(mounted);
};

const toCarriers = async (mounted: Mounted) => {
  await giveLine(mounted);
  await there(mounted, '#carrier');
};

const filter = (text: string) => async (mounted: Mounted) => {
  await toCarriers(mounted);
  mounted.type('#carrier', text);
  await pass(0);
};

const toWhen = async (mounted: Mounted) => {
  await filter('veri')(mounted);
  mounted.all<HTMLInputElement>('input[name=carrier]')[0]?.click();
  await primary(mounted);
  await there(mounted, 'input[name=when]');
};

const begin = async (mounted: Mounted) => {
  await toWhen(mounted);
  await primary(mounted);
};

const done = async (mounted: Mounted) => {
  await there(mounted, '.guide');
  await primary(mounted);
};

const stepped = async (mounted: Mounted) => {
  await there(mounted, '.control.forward');
  for (let step = 0; step < 4; step++) mounted.find('.control.forward').click();
  mounted.find('summary').click();
  await pass(0);
};

const after = (milliseconds: number) => async (mounted: Mounted) => {
  await there(mounted, '.stages, .panel-view');
  for (let passed = 0; passed < milliseconds; passed += 500) await pass(500);
};

/** Every state of forwarding. */
export const forwardingScenes = {
  'forward-line': { begins: 'forward-line', act: chooseForward, shows: 'Nothing changes on your line yet.' },
  'forward-line-short': {
    begins: 'forward-line',
    act: async (mounted) => {
      await chooseForward(mounted);
      mounted.type('#line', '5105');
      mounted.find('#line').dispatchEvent(new Event('change'));
    },
    shows: 'That looks too short.',
  },
  'forward-line-refused': { begins: 'forward-refused', act: giveLine, shows: 'cannot be forwarded' },
  'forward-carriers': { begins: 'forward-line', act: toCarriers, shows: 'I am not sure' },
  'forward-carriers-suggested': { begins: 'forward-suggested', act: toCarriers, shows: 'Suggested' },
  'forward-carriers-none': {
    begins: 'forward-line',
    act: filter('zzz'),
    shows: 'No phone company by that name',
  },
  'forward-when': { begins: 'forward-line', act: toWhen, shows: 'Recommended' },
  'forward-starting': {
    begins: 'forward-starting',
    act: begin,
    shows: 'Preparing your code',
    waits: true,
  },
  'forward-no-number': { begins: 'forward-no-number', act: begin, shows: 'No number is free right now' },
  'forward-guide': { begins: 'forward-guide', shows: '*71 510 555 0142' },
  'forward-guide-stepped': { begins: 'forward-guide-landline', act: stepped, shows: 'Press 2' },
  'forward-guide-gsm': { begins: 'forward-guide-gsm', shows: 'Sources disagree' },
  'forward-guide-steps': { begins: 'forward-guide-steps', shows: 'Step 1 of 2' },
  'forward-guide-settings': { begins: 'forward-guide-settings', shows: 'In your account with Google Voice' },
  'forward-guide-ask': { begins: 'forward-guide-ask', shows: 'You can say' },
  'forward-guide-unknown': { begins: 'forward-guide-unknown', shows: 'works on most networks' },
  'forward-queued': { begins: 'forward-queued', shows: 'Waiting for our turn', waits: true },
  'forward-ringing': { begins: 'forward-ringing', shows: 'do not pick up', waits: true },
  'forward-ringing-long': {
    begins: 'forward-ringing',
    act: after(15_500),
    shows: 'You do not have to watch',
    waits: true,
  },
  'forward-ringing-off': {
    begins: 'forward-ringing-off',
    shows: 'Test call to see that it is off',
    waits: true,
  },
  'forward-verified': { begins: 'forward-verified', act: done, shows: 'How to undo' },
  'forward-not-forwarded': {
    begins: 'forward-not-forwarded',
    act: done,
    shows: 'The call stayed with your phone',
  },
  'forward-voicemail': { begins: 'forward-voicemail', act: done, shows: 'Voicemail took the call' },
  'forward-busy': { begins: 'forward-busy', act: done, shows: 'Your line was busy' },
  'forward-no-answer': { begins: 'forward-no-answer', act: done, shows: 'The phone rang until we hung up' },
  'forward-loop': { begins: 'forward-loop', act: done, shows: 'The call went round in a circle' },
  'forward-blocked': { begins: 'forward-blocked', act: done, shows: 'Our call was refused' },
  'forward-unclear': { begins: 'forward-unclear', act: done, shows: 'This test gave no answer' },
  'forward-still': { begins: 'forward-still', act: done, shows: 'Calls still come to your agent' },
  'forward-unproved': { begins: 'forward-unproved', act: done, shows: 'not certain yet' },
  'forward-too-soon': {
    begins: 'forward-too-soon',
    act: async (mounted) => {
      await done(mounted);
      await after(2_000)(mounted);
    },
    shows: 'One moment until the next test',
    waits: true,
  },
  'forward-lost': { begins: 'forward-lost', act: after(4_000), shows: 'We lost sight of the test call' },
  'forward-broken': { begins: 'forward-broken', shows: 'Forwarding has stopped' },
  'forward-undo': { begins: 'forward-undo', shows: 'Dial this to turn it off' },
  'forward-off': { begins: 'forward-off', act: done, shows: 'stays yours and live' },
  'forward-live': { begins: 'forward-live', shows: 'are forwarded here' },
} as const satisfies Readonly<Record<string, Scene>>;
