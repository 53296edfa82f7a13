import type { ExistingLine, Forwarding, ForwardingPlan, ForwardingTest } from '@numberkit/contract';
import { z } from 'zod';
import { moment, phoneNumber } from './fields.ts';
import { tenantNumber } from './purchase-number.ts';

/** Which calls are forwarded. */
export const forwardingCondition = z.enum(['all', 'unanswered', 'busy', 'no-answer', 'unreachable']).meta({
  description:
    'One of all, unanswered (busy, no answer and unreachable together), busy, no-answer and unreachable.',
});
/** What kind of line it is. */
export const lineKind = z
  .enum(['mobile', 'landline', 'app'])
  .meta({ description: 'One of mobile, landline and app (a line that lives in a program).' });
/** What a test is to prove. */
export const purpose = z
  .enum(['on', 'off'])
  .meta({ description: 'One of on and off: what the test is to prove of the forwarding.' });

/** The tenant's own line. */
export const existingLine = z.object({
  phoneNumber,
  display: z.string().meta({ description: 'As people of its country write it: (415) 555-0142.' }),
  country: z.string(),
}) satisfies z.ZodType<ExistingLine>;

const step = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dial'),
    keys: z
      .string()
      .meta({ description: 'The keys in order: 0-9, *, #, +, and a comma for "wait for the tone".' }),
    shown: z.string().meta({ description: 'The same, grouped as people read it.' }),
    tel: z.string().meta({ description: 'Opens the phone’s own dialler with the code.' }),
    press: z.enum(['call', 'lift']),
    hears: z.enum(['tone', 'beeps', 'message', 'our-voice']),
    mustBeAnswered: z.boolean(),
  }),
  z.object({
    kind: z.literal('settings'),
    path: z.array(z.string()).meta({ description: 'Names of the menus, outermost first.' }),
    url: z.string().nullable(),
    enter: z.string().nullable().meta({ description: 'The number to enter there; null: nothing.' }),
  }),
  z.object({
    kind: z.literal('ask-carrier'),
    carrierName: z.string(),
    enter: z.string().nullable(),
  }),
]);

const plan = z.object({
  purpose,
  steps: z.array(step),
  confidence: z.enum(['official', 'reported', 'conflicting', 'standard']),
  source: z.string(),
  checkedOn: z.string().meta({ description: 'When the source was looked at: 2026-11-22.' }),
}) satisfies z.ZodType<ForwardingPlan>;

/** A test call. */
export const forwardingTest = z.object({
  id: z.string(),
  forwardingId: z.string(),
  purpose,
  condition: forwardingCondition,
  stage: z.enum(['queued', 'calling', 'ringing', 'came-back', 'done']),
  outcome: z
    .enum([
      'verified',
      'off',
      'still-forwarded',
      'not-forwarded',
      'voicemail-answered',
      'busy',
      'no-answer',
      'loop',
      'blocked',
      'unclear',
    ])
    .nullable()
    .meta({ description: 'What it showed; null until the stage is done.' }),
  remedy: z
    .enum([
      'next-code',
      'dial-again',
      'turn-off-voicemail',
      'let-it-ring',
      'hang-up',
      'keep-line-busy',
      'settings',
      'ask-carrier',
      'break-loop',
      'test-again',
      'dial-undo',
    ])
    .nullable()
    .meta({ description: 'The one best thing to do next; null when there is nothing to do.' }),
  placedAt: moment,
  endsBy: moment.meta({ description: 'When the test ends at the latest.' }),
  endedAt: moment.nullable(),
}) satisfies z.ZodType<ForwardingTest>;

/** A forwarding as its tenant sees it. */
export const forwarding = z.object({
  id: z.string(),
  status: z.enum(['setting-up', 'verified', 'broken', 'cancelling', 'off']).meta({
    description:
      'setting-up: nothing is proved yet. verified: a test call came back to us. broken: it was verified, and a later ' +
      'test did not come back. cancelling: to be off, not proved yet. off: proved off, for good.',
  }),
  existingLine,
  number: tenantNumber,
  carrier: z.object({ id: z.string(), name: z.string(), known: z.boolean() }),
  lineKind,
  condition: forwardingCondition,
  plan,
  undo: plan,
  alternative: z.int().meta({ description: 'Which of the known ways the plan shows, from 0.' }),
  alternatives: z.int(),
  test: forwardingTest.nullable().meta({ description: 'The newest.' }),
  createdAt: moment,
  verifiedAt: moment.nullable(),
  broken: z
    .object({ at: moment, cause: z.enum(['turned-off', 'voicemail-first', 'refused', 'loop']) })
    .nullable(),
}) satisfies z.ZodType<Forwarding>;
