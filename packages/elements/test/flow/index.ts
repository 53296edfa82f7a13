export { flowCommands } from './commands.ts';
export { type Screen, screenOf } from './screen.ts';
export { placeOf } from './server.ts';
export type { Tab } from './tab.ts';
export { breathe, carryOn, createWorld, look, type World } from './world.ts';
