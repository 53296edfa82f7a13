export { choice } from './choice.styles.ts';
export { controls } from './controls.styles.ts';
export { frame } from './frame.styles.ts';
export { tokens } from './tokens.styles.ts';
