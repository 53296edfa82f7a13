export { RelaySession } from './relay-session.ts';
export { StreamSession } from './stream-session.ts';
