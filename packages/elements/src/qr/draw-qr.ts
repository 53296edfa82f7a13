/** A QR code as one SVG path over a square of `size` units. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

/** Draws `text` as a QR code. The encoder is fetched when first needed, so that it delays nothing before. */
export async function drawQr(text: string): Promise<QrDrawing> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data
    .map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('');
  return { size, path };
}
