import type { ForwardingTest } from '@numberkit/contract';

/** The stages of a test that is not done. */
export const OPEN_STAGES: readonly ForwardingTest['stage'][] = ['queued', 'calling', 'ringing', 'came-back'];
