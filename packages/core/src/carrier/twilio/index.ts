export { containsPattern, type PatternPlace, problemWithPattern } from './contains-pattern.ts';
export { type CarrierErrorName, type TwilioError, twilioErrors } from './errors/index.ts';
export type { TwilioClientOptions, TwilioCredentialOptions, TwilioOptions } from './options.ts';
export type { TwilioSdkClient } from './sdk-transport.ts';
export { twilio } from './twilio.ts';
