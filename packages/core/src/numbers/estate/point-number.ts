import type { Actor } from '../../activity/index.ts';
import type { CarrierNumber, NumberSettings } from '../../carrier/index.ts';
import type { LifeDeps } from '../life-deps.ts';
import type { NumberRecord } from '../number-store.ts';
import { settingsMark } from '../settings-mark.ts';

/**
 * Points one number of ours and looks whether the carrier really sends its calls there. Changes nothing but the
 * number with our SID, so a number of another program is never touched.
 * @returns why it failed, if it did.
 */
export async function pointNumber(
  deps: LifeDeps,
  number: NumberRecord,
  voice: NumberSettings,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
): Promise<string | undefined> {
  const { id, tenantId, carrierSid } = number;
  if (carrierSid === null) return 'the number has no carrier SID';
  try {
    const problem = problemWith(await deps.carrier.configureNumber(carrierSid, voice), number, voice);
    if (problem !== undefined) return problem;
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
  const { transaction } = await deps.open();
  await transaction(async (stores) => {
    await stores.numbers.notePointed(id, settingsMark(voice), deps.clock.now());
    await deps.record(stores.trail, {
      event: 'number.repointed',
      actor,
      reason,
      tenantId,
      numberId: id,
      data: { carrierSid },
    });
  });
  return undefined;
}

function problemWith(found: CarrierNumber, number: NumberRecord, voice: NumberSettings): string | undefined {
  if (found.phoneNumber !== number.phoneNumber) return 'the carrier has another number under this SID';
  if (found.trunkSid !== null) return 'a trunk still takes its calls';
  if (found.applicationSid !== null) return 'an application still takes its calls';
  return found.voiceUrl === voice.voiceUrl ? undefined : 'the carrier did not take the voice URL';
}
