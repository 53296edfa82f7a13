/** 20 ms of 8 kHz mu-law. */
export const frameMs = 20;
const samplesPerFrame = 160;

/** A silent frame, base64. */
export const silentFrame = Buffer.alloc(samplesPerFrame, 0xff).toString('base64');

/** A frame in which somebody makes a sound (a 250 Hz tone), base64. */
export const voicedFrame = Buffer.from(
  Array.from({ length: samplesPerFrame }, (_, sample) =>
    toMuLaw(Math.sin((sample / 32) * 2 * Math.PI) * 8000),
  ),
).toString('base64');

/** How long a base64 payload plays, in milliseconds. */
export function durationOf(payload: string): number {
  return Buffer.byteLength(payload, 'base64') / 8;
}

/** One 16-bit sample to G.711 mu-law. */
export function toMuLaw(sample: number): number {
  const bias = 0x84;
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(Math.round(sample)), 32_635) + bias;
  const exponent = Math.floor(Math.log2(magnitude)) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}
