import type { TwimlElement } from './element.ts';
import { readBoolean, readCallback, readInteger, readMethod } from './read-attributes.ts';
import { readConnect, readStart } from './read-connect.ts';
import { readDial } from './read-dial.ts';
import { TwimlError, twimlCodes } from './twiml-problem.ts';
import type { GatherVerb, PlayVerb, Prompt, RecordVerb, SayVerb, Verb } from './verbs.ts';

/** A checked element to what the call shall do. Defaults are Twilio's. */
export function readVerb(element: TwimlElement): Verb {
  switch (element.name) {
    case 'Gather':
      return readGather(element);
    case 'Record':
      return readRecord(element);
    case 'Redirect':
      return { verb: 'Redirect', target: { url: element.text, method: readMethod(element) } };
    case 'Reject':
      return { verb: 'Reject', reason: element.attributes.reason === 'busy' ? 'busy' : 'rejected' };
    case 'Hangup':
      return { verb: 'Hangup' };
    case 'Dial':
      return readDial(element);
    case 'Connect':
      return readConnect(element);
    case 'Start':
      return readStart(element);
    default:
      return readPrompt(element);
  }
}

function readPrompt(element: TwimlElement): Prompt {
  switch (element.name) {
    case 'Say':
      return readSay(element);
    case 'Play':
      return readPlay(element);
    case 'Pause':
      return { verb: 'Pause', seconds: readInteger(element, 'length', 1) };
    default:
      throw new TwimlError(twimlCodes.schema, `Line ${element.line}: <${element.name}> is not a verb.`);
  }
}

function readSay(element: TwimlElement): SayVerb {
  if (element.text.length > 4096) {
    throw new TwimlError(twimlCodes.schema, `Line ${element.line}: <Say> takes at most 4096 characters.`);
  }
  return { verb: 'Say', text: element.text, loop: readInteger(element, 'loop', 1) };
}

function readPlay(element: TwimlElement): PlayVerb {
  return {
    verb: 'Play',
    source: element.text,
    digits: element.attributes.digits,
    loop: readInteger(element, 'loop', 1),
  };
}

function readGather(element: TwimlElement): GatherVerb {
  const input = (element.attributes.input ?? 'dtmf').split(' ');
  const { numDigits } = element.attributes;
  return {
    verb: 'Gather',
    action: readCallback(element, 'action', 'method'),
    method: readMethod(element),
    speech: input.includes('speech'),
    dtmf: input.includes('dtmf'),
    timeoutSeconds: readInteger(element, 'timeout', 5),
    numDigits: numDigits === undefined ? undefined : Number(numDigits),
    finishOnKey: element.attributes.finishOnKey ?? '#',
    actionOnEmptyResult: readBoolean(element, 'actionOnEmptyResult', false),
    prompts: element.children.map(readPrompt),
  };
}

function readRecord(element: TwimlElement): RecordVerb {
  return {
    verb: 'Record',
    action: readCallback(element, 'action', 'method'),
    method: readMethod(element),
    timeoutSeconds: readInteger(element, 'timeout', 5),
    maxSeconds: readInteger(element, 'maxLength', 3600),
    finishOnKey: element.attributes.finishOnKey ?? '1234567890*#',
    playBeep: readBoolean(element, 'playBeep', true),
    statusCallback: readCallback(element, 'recordingStatusCallback'),
  };
}
