export { englishForwarding } from './english.ts';
export type {
  ChoiceWords,
  ForwardingLocale,
  ForwardingPanel,
  OutcomeWords,
  RemedyWords,
} from './forwarding-locale.ts';
export { germanForwarding } from './german.ts';
export type { GuideWords } from './guide-words.ts';
export { forwardingWords } from './words-for.ts';
