export { readLine } from './read-line.ts';
export { startForwarding } from './start-forwarding.ts';
