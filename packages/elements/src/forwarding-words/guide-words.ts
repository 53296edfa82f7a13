import type { DialStep } from '@numberkit/contract';

/** Every visible or spoken string of `<phone-dial-guide>`. */
export interface GuideWords {
  readonly stepOf: (step: number, of: number) => string;
  readonly dial: string;
  readonly dialOnDesk: string;
  readonly dialNext: string;
  readonly play: string;
  readonly pause: string;
  readonly replay: string;
  readonly forward: string;
  readonly back: string;
  readonly controls: string;
  readonly ready: string;
  readonly lift: string;
  readonly press: (key: string) => string;
  readonly star: string;
  readonly hash: string;
  readonly wait: string;
  readonly call: string;
  readonly hears: Readonly<Record<DialStep['hears'], string>>;
  readonly mustBeAnswered: string;
  readonly transcript: string;
  readonly copyCode: string;
  readonly copyNumber: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly dialForMe: string;
  readonly scanGuide: string;
  readonly scanDial: string;
  readonly qr: string;
  readonly settings: string;
  readonly openPage: string;
  readonly enter: string;
  readonly save: string;
  readonly switchOff: string;
  readonly ask: (name: string) => string;
  readonly askHow: string;
  readonly say: string;
  readonly sayOn: (number: string) => string;
  readonly sayOff: string;
}
