export { type Look, looks } from './looks.ts';
export { type Scene, scenes } from './scenes.ts';
