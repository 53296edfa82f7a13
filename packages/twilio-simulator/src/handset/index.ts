export { DEMO_LINES } from './demo-lines.ts';
export { lineControls } from './line-controls.ts';
export type { LineSettings, NewLine } from './new-line.ts';
export { createSimulatorLines, type Dialled, type SimulatorLines } from './simulator-lines.ts';
