import type { TwimlElement } from './element.ts';
import { readBoolean, readCallback, readInteger } from './read-attributes.ts';
import { TwimlError, twimlCodes } from './twiml-problem.ts';
import type { Callee, DialVerb } from './verbs.ts';

export function readDial(element: TwimlElement): DialVerb {
  const callees = element.children.map(readCallee);
  if (element.text !== '') callees.push(plainNumber(element.text));
  if (callees.length === 0) {
    throw new TwimlError(twimlCodes.schema, `Line ${element.line}: <Dial> names nobody to call.`);
  }
  return {
    verb: 'Dial',
    action: readCallback(element, 'action', 'method'),
    callees,
    callerId: element.attributes.callerId,
    timeoutSeconds: readInteger(element, 'timeout', 30),
    timeLimitSeconds: readInteger(element, 'timeLimit', 14_400),
    answerOnBridge: readBoolean(element, 'answerOnBridge', false),
    hangupOnStar: readBoolean(element, 'hangupOnStar', false),
    sequential: readBoolean(element, 'sequential', false),
    record: recorded(element.attributes.record),
    recordingCallback: readCallback(element, 'recordingStatusCallback'),
  };
}

/** `true` is the older spelling of `record-from-answer`. */
function recorded(value: string | undefined): boolean {
  return value !== undefined && value !== 'do-not-record' && value !== 'false';
}

function readCallee(element: TwimlElement): Callee {
  return {
    kind: element.name === 'Sip' ? 'sip' : 'number',
    address: element.text,
    screen: readCallback(element, 'url', 'method'),
    statusCallback: readCallback(element, 'statusCallback'),
    statusEvents: (element.attributes.statusCallbackEvent ?? 'completed').split(/\s+/),
    sendDigits: element.attributes.sendDigits,
  };
}

function plainNumber(address: string): Callee {
  return {
    kind: 'number',
    address,
    screen: undefined,
    statusCallback: undefined,
    statusEvents: [],
    sendDigits: undefined,
  };
}
