import type { ForwardingRemedy } from '@numberkit/contract';
import { type ForwardingTransition, show, turn, work } from './effect.ts';
import { viewOf, wantTest } from './follow.ts';
import type { ForwardingModel, GuideWay } from './model.ts';

/** What pressing the main button of a result does. */
export type Cure = 'test' | 'guide' | 'next-code' | 'settings' | 'ask';

const cures: Readonly<Record<ForwardingRemedy, Cure>> = {
  'next-code': 'next-code',
  'dial-again': 'guide',
  'turn-off-voicemail': 'test',
  'let-it-ring': 'test',
  'hang-up': 'test',
  'keep-line-busy': 'test',
  settings: 'settings',
  'ask-carrier': 'ask',
  'break-loop': 'test',
  'test-again': 'test',
  'dial-undo': 'guide',
};

/** What helps after the test on screen. A remedy that a newer server knows is a new test here. */
export function cureOf(model: ForwardingModel): Cure {
  const remedy = model.test?.remedy;
  const cure = (remedy && cures[remedy]) || 'test';
  const { forwarding } = model;
  const more = forwarding ? forwarding.alternative + 1 < forwarding.alternatives : false;
  if (cure === 'next-code' && !more) return 'ask';
  // Only phones have settings of their own; of a service, the settings are the plan.
  if (cure === 'settings' && forwarding?.lineKind !== 'mobile') return 'guide';
  return cure;
}

/** Does it. */
export function applyRemedy(model: ForwardingModel): ForwardingTransition {
  if (model.view !== 'test' || !model.test?.outcome || model.work) return turn(model);
  const cure = cureOf(model);
  if (cure === 'test') return wantTest(model);
  if (cure === 'next-code') return showNextCode(model);
  return showGuide(model, cure === 'guide' ? 'plan' : cure);
}

/** The plan that fits: how to turn it on, or off. */
export function showGuide(model: ForwardingModel, way: GuideWay): ForwardingTransition {
  const { forwarding } = model;
  if (!forwarding) return turn(model);
  const view = viewOf(forwarding) === 'undo' ? 'undo' : 'guide';
  return show({ ...model, way }, view, { type: 'unfollow' });
}

function showNextCode(model: ForwardingModel): ForwardingTransition {
  const { forwarding } = model;
  if (!forwarding) return turn(model);
  const { alternative, carrier, condition, existingLine, lineKind } = forwarding;
  return work(model, 'start', {
    type: 'start',
    request: {
      existingLine: existingLine.phoneNumber,
      carrierId: carrier.id,
      lineKind,
      condition,
      alternative: alternative + 1,
    },
  });
}
