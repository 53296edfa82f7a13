export { type Beginning, beginnings } from './beginnings.ts';
export { playScene, type SceneName, sceneNames, waitingScenes } from './scenes.ts';
