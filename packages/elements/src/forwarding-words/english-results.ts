import type { ForwardingLocale } from './forwarding-locale.ts';

/** What tests show, what helps, and what can fail, in English. */
export const englishResults: Pick<ForwardingLocale, 'outcome' | 'remedy' | 'second' | 'failure'> = {
  outcome: {
    'not-forwarded': {
      heading: 'The call stayed with your phone',
      body: 'It did not come to us, so forwarding is not on yet. Your number works as before.',
    },
    'voicemail-answered': {
      heading: 'Voicemail took the call',
      body: 'Your phone company’s voicemail answered before the call came to us. Your number works as before.',
    },
    busy: {
      heading: 'Your line was busy',
      body: 'So the test showed nothing either way. Your number works as before.',
    },
    'no-answer': {
      heading: 'The phone rang until we hung up',
      body: 'The call was not sent on in time. Your number works as before.',
    },
    loop: {
      heading: 'The call went round in a circle',
      body: 'Calls that your line sends on come back to it. Callers may hear a busy tone.',
    },
    blocked: {
      heading: 'Our call was refused',
      body: 'A call blocker, your phone company or ours did not let it through. Your number works as before.',
    },
    unclear: {
      heading: 'This test gave no answer',
      body: 'The phone network did not tell what became of the call. Your number works as before.',
    },
    'still-forwarded': {
      heading: 'Calls still come to your agent',
      body: 'Forwarding is not off yet. No call is lost: your agent answers.',
    },
    unproved: 'So it is not certain yet that forwarding is off. No call is lost meanwhile.',
  },
  remedy: {
    'next-code': {
      advice: 'Some lines of this company need another way. Try that one next.',
      action: 'Show the next way',
    },
    'dial-again': {
      advice: 'Dial the code once more, and wait until it is confirmed.',
      action: 'Show the code again',
    },
    'turn-off-voicemail': {
      advice: 'Ask your phone company to switch its voicemail off, or to let the phone ring longer.',
      action: 'Test again',
    },
    'let-it-ring': {
      advice: 'Test once more, let the phone ring, and do not pick up.',
      action: 'Test again',
    },
    'hang-up': { advice: 'End all calls on this line, then test again.', action: 'Test again' },
    'keep-line-busy': {
      advice: 'Call somebody from this line, and stay on that call during the test.',
      action: 'I am on a call',
    },
    settings: {
      advice: 'The settings of your phone can do the same without a code.',
      action: 'Show the settings',
    },
    'ask-carrier': {
      advice: 'Your phone company can switch it on for you. We tell you what to say.',
      action: 'Show what to say',
    },
    unblock: {
      advice:
        'Switch off call blocking on this line and test again. Or ask your phone company: we tell you what to say.',
      action: 'Show what to say',
    },
    'break-loop': {
      advice: 'See whether your agent or another phone sends calls to this same number, and change that.',
      action: 'Test again',
    },
    'test-again': { advice: 'A second test often tells.', action: 'Test again' },
    'dial-undo': {
      advice: 'Dial the code that turns it off once more, and wait until it is confirmed.',
      action: 'Show the code again',
    },
  },
  second: { guide: 'Show the code again', test: 'Test again', ask: 'Ask my phone company' },
  failure: {
    start: {
      heading: 'We could not prepare your code',
      body: 'Nothing has changed on your line. Your answers are kept.',
      action: 'Try again',
    },
    noNumber: {
      heading: 'No number is free right now',
      body: 'Forwarding needs one for your agent. Nothing has changed on your line.',
      action: 'Try again',
    },
    cancel: {
      heading: 'We could not begin to turn it off',
      body: 'Nothing has changed. Calls are forwarded as before.',
      action: 'Try again',
    },
    verify: {
      heading: 'The test call was not placed',
      body: 'Your phone is as you left it. It often works the second time.',
      action: 'Try again',
    },
    tooSoon: {
      heading: 'One moment until the next test',
      body: 'We leave some time between test calls, so that your phone gets some peace.',
      action: 'Test again',
    },
    tooMany: {
      heading: 'No more test calls today',
      body: 'Forwarding may be on already. You can prove it tomorrow, or ask us.',
      action: 'Try again',
    },
    beingTested: {
      heading: 'This number is being tested already',
      body: 'It takes a minute at most. Then you can test again.',
      action: 'Test again',
    },
    follow: {
      heading: 'We lost sight of the test call',
      body: 'It goes on without us looking. Checking places no new call.',
      action: 'Check again',
    },
  },
};
