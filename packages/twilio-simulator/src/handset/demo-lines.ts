import type { NewLine } from './new-line.ts';

/** Lines to try things with, one of each kind: the numbers are possible and, as far as anybody knows, nobody's. */
export const DEMO_LINES: readonly NewLine[] = [
  { phoneNumber: '+14152340142', carrier: 'T-Mobile', kind: 'mobile', behaviour: 'rings-out' },
  { phoneNumber: '+15102340143', carrier: 'Verizon', kind: 'mobile', behaviour: 'rings-out' },
  { phoneNumber: '+16192340144', carrier: 'Cox', kind: 'landline', behaviour: 'rings-out' },
  { phoneNumber: '+14152340145', carrier: 'Google Voice', kind: 'app', behaviour: 'voicemail' },
];
