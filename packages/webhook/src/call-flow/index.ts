export { afterAgent, afterDial } from './after-agent.ts';
export { afterFailure } from './after-failure.ts';
export { answerCall } from './answer-call.ts';
export { createAttendCall } from './attend-call.ts';
export { type CallAnswer, type CallFlow, fixedDocument, plainAnswer } from './flow.ts';
