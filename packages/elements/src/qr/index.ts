export { drawQr, type QrDrawing } from './draw-qr.ts';
