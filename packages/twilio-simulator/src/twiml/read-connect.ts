import type { TwimlElement } from './element.ts';
import { readBoolean, readCallback, readInterruption, readParameters } from './read-attributes.ts';
import { TwimlError, twimlCodes } from './twiml-problem.ts';
import type { ConnectVerb, ConversationRelay, MediaStream, StartVerb } from './verbs.ts';

export function readConnect(element: TwimlElement): ConnectVerb {
  const [noun] = element.children;
  if (!noun) throw new TwimlError(twimlCodes.schema, `Line ${element.line}: <Connect> is empty.`);
  return {
    verb: 'Connect',
    action: readCallback(element, 'action', 'method'),
    noun: noun.name === 'Stream' ? readStream(noun) : readRelay(noun),
  };
}

export function readStart(element: TwimlElement): StartVerb {
  return {
    verb: 'Start',
    streams: element.children.filter((child) => child.name === 'Stream').map(readStream),
    recordings: element.children
      .filter((child) => child.name === 'Recording')
      .map((child) => ({ statusCallback: readCallback(child, 'recordingStatusCallback') })),
  };
}

function readRelay(element: TwimlElement): ConversationRelay {
  const { url, welcomeGreeting = '', language = 'en-US' } = element.attributes;
  if (!url) {
    throw new TwimlError(
      twimlCodes.relayParameter,
      `Line ${element.line}: <ConversationRelay> lacks its url.`,
    );
  }
  return {
    noun: 'ConversationRelay',
    url,
    welcomeGreeting,
    language,
    languages: element.children
      .filter((child) => child.name === 'Language')
      .map((child) => ({ code: child.attributes.code ?? '', voice: child.attributes.voice })),
    interruptible: readInterruption(element, 'interruptible'),
    dtmfDetection: readBoolean(element, 'dtmfDetection', false),
    partialPrompts: readBoolean(element, 'partialPrompts', false),
    parameters: readParameters(element),
  };
}

function readStream(element: TwimlElement): MediaStream {
  const { url, name, track } = element.attributes;
  if (!url) throw new TwimlError(twimlCodes.schema, `Line ${element.line}: <Stream> lacks its url.`);
  return {
    noun: 'Stream',
    url,
    name,
    track: track === 'outbound_track' || track === 'both_tracks' ? track : 'inbound_track',
    statusCallback: readCallback(element, 'statusCallback'),
    parameters: readParameters(element),
  };
}
