import {
  NumberkitActivatedEvent,
  NumberkitErrorEvent,
  NumberkitLeaveEvent,
  NumberkitPathEvent,
  NumberkitStepEvent,
} from '../events/index.ts';
import type { SetupNews } from '../setup/index.ts';

/** The event by which the page learns the news. */
export function toEvent(news: SetupNews): Event {
  switch (news.type) {
    case 'activated':
      return new NumberkitActivatedEvent(news.number);
    case 'step':
      return new NumberkitStepEvent(news.step);
    case 'path':
      return new NumberkitPathEvent(news.path);
    case 'left':
      return new NumberkitLeaveEvent(news.phoneNumber);
    case 'error':
      return new NumberkitErrorEvent({ step: news.step, ...news.failure });
  }
}
