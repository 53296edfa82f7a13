import { NumberkitError } from '../errors.ts';
import { httpErrors } from './errors.ts';

/**
 * Reads a JSON body of a limited size.
 * @throws NumberkitError `unsupported-content-type`, `body-already-read`, `body-too-large`, `invalid-json`
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  // A form cannot be sent with this type, so no page of another site can forge the request without a preflight.
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new NumberkitError(httpErrors.unsupportedContentType, {
      detail: type === '' ? 'There is no Content-Type header.' : 'The Content-Type is not application/json.',
    });
  }
  const bytes = await readBytes(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const detail = bytes.length === 0 ? 'The body is empty.' : 'The body cannot be read as JSON.';
    throw new NumberkitError(httpErrors.invalidJson, { detail, cause });
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (request.bodyUsed) {
    throw new NumberkitError(httpErrors.bodyAlreadyRead, {
      detail: 'The body of this Request was read before it came here.',
    });
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The header may be absent or wrong, so the bytes are counted too.
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): NumberkitError {
  return new NumberkitError(httpErrors.bodyTooLarge, {
    detail: `The body is larger than ${maxBytes} bytes.`,
  });
}
