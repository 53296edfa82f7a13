export { type CallStatusEvent, readCallStatus } from './call-status.ts';
export { type RecordingEvent, readRecording } from './recording.ts';
export { type Hook, type HookParts, runHook } from './run-hook.ts';
