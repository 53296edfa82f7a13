export type { TwilioSimulatorServer, TwilioSimulatorServerOptions } from './start-twilio-simulator.ts';
export { startTwilioSimulator } from './start-twilio-simulator.ts';
