/** Who or what took a call, in the words of answering machine detection. */
export type AnsweredBy = 'human' | 'machine_start' | 'fax' | 'unknown';
