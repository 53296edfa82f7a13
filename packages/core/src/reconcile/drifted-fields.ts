import type { CarrierNumber, NumberSettings } from '../carrier/index.ts';
import type { DriftedField } from './finding.ts';

/** How a number of ours should be set up, field by field, as `configureNumber` leaves it. */
function wanted(settings: NumberSettings) {
  return {
    trunkSid: null,
    applicationSid: null,
    voiceUrl: settings.voiceUrl,
    voiceFallbackUrl: settings.voiceFallbackUrl ?? null,
    statusCallback: settings.statusCallback ?? null,
  } as const;
}

const methods = [
  ['voiceMethod', 'voiceUrl'],
  ['voiceFallbackMethod', 'voiceFallbackUrl'],
  ['statusCallbackMethod', 'statusCallback'],
] as const;

/**
 * The settings that are not as they should be, those that stop calls first. A method matters only where there is an
 * address; one that the carrier does not tell counts as right.
 */
export function driftedFields(number: CarrierNumber, settings: NumberSettings): readonly DriftedField[] {
  const fields: DriftedField[] = [];
  const target = wanted(settings);
  // Object.keys of a literal are its own keys.
  for (const field of Object.keys(target) as (keyof typeof target)[]) {
    const found = number[field] === '' ? null : number[field];
    if (found !== target[field]) fields.push({ field, expected: target[field], found });
  }
  for (const [field, address] of methods) {
    const found = number[field];
    if (target[address] !== null && found === 'GET') fields.push({ field, expected: 'POST', found });
  }
  return fields;
}

/** Do calls still reach us with these differences? A fallback or a report of ended calls is not the call itself. */
export function stopsCalls(fields: readonly DriftedField[]): boolean {
  return fields.some(({ field }) =>
    ['voiceUrl', 'voiceMethod', 'trunkSid', 'applicationSid'].includes(field),
  );
}
