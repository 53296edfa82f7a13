export { type AgentOutcome, readAgentOutcome, wasAnswered } from './agent-outcome.ts';
export { createDialLimit, type DialLimit } from './dial-limit.ts';
export { type Handoff, parseHandoff } from './handoff.ts';
export { comesBack, mayDial } from './loop-guard.ts';
export { type RecoveryOptions, recoverySettings, type VoicemailOptions } from './recovery-options.ts';
export { createRecovery, type Recovery, type RecoveryStep, type RecoveryUrls } from './recovery-twiml.ts';
