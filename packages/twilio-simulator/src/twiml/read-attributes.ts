import type { TwimlElement } from './element.ts';
import type { Callback, HttpMethod, Interruption } from './verbs.ts';

// Values were checked against the schema before, so a value that is present is of the right shape.

export function readMethod(element: TwimlElement, name = 'method'): HttpMethod {
  return element.attributes[name] === 'GET' ? 'GET' : 'POST';
}

export function readCallback(
  element: TwimlElement,
  name: string,
  methodName = `${name}Method`,
): Callback | undefined {
  const url = element.attributes[name];
  return url ? { url, method: readMethod(element, methodName) } : undefined;
}

export function readInteger(element: TwimlElement, name: string, fallback: number): number {
  const value = element.attributes[name];
  return value === undefined ? fallback : Number(value);
}

export function readBoolean(element: TwimlElement, name: string, fallback: boolean): boolean {
  const value = element.attributes[name];
  return value === undefined ? fallback : value === 'true';
}

export function readInterruption(element: TwimlElement, name: string): Interruption {
  switch (element.attributes[name]) {
    case 'none':
    case 'false':
      return 'none';
    case 'dtmf':
      return 'dtmf';
    case 'speech':
      return 'speech';
    default:
      return 'any';
  }
}

export function readParameters(element: TwimlElement): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const child of element.children) {
    const { name, value } = child.attributes;
    if (child.name === 'Parameter' && name !== undefined) parameters[name] = value ?? '';
  }
  return parameters;
}
