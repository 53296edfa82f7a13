export {
  type CallHooks,
  createCallHooks,
  type IncomingCall,
  type ResolveAgent,
  type ScreenCall,
  type ScreenVerdict,
} from './call-hooks.ts';
export { type CallStatusEvent, readCallStatus } from './call-status.ts';
export { type RecordingEvent, readRecording } from './recording.ts';
export { askHook, type Hook, type HookParts, runHook } from './run-hook.ts';
