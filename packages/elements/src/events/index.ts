export {
  NumberkitActivatedEvent,
  NumberkitErrorEvent,
  NumberkitLeaveEvent,
  NumberkitPathEvent,
  NumberkitStepEvent,
} from './events.ts';
