export { type Look, looks } from './looks.ts';
export type { Scene } from './scene.ts';
export { scenes } from './scenes.ts';
