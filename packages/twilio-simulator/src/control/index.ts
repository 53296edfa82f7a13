export { CONTROL_PREFIX, type Control, createControl } from './control.ts';
export { ControlProblem, type ControlRequest, type ControlRoute } from './control-route.ts';
export { faultControls } from './fault-controls.ts';
export { worldControls } from './world-controls.ts';
