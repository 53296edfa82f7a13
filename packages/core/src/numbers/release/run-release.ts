import type { CarrierNumber, ReleaseAnswer } from '../../carrier/index.ts';
import type { LifeDeps } from '../life-deps.ts';
import type { Release, Released } from './release.ts';
import { postpone, settleReleased } from './settle-release.ts';

const LOOKS = 3;
const LOOK_PAUSE_MILLISECONDS = 2_000;
const REPEAT_PAUSE_MILLISECONDS = 400;

/** What one step found: go on, or stop here for now. */
type Step = 'clear' | { readonly failure: string; readonly detail: string } | 'clearing';

/**
 * Step 2 of the money rule: clears an emergency address, then deletes. Each step may be repeated by anybody at any
 * time, so it does not matter who died in the middle of it. Nothing the carrier does here is thrown.
 */
export async function runRelease(deps: LifeDeps, release: Release): Promise<Released> {
  const sid = release.number.carrierSid;
  // Only a number that was never ours has none, and such a one is not released.
  if (sid === null) throw new Error(`number ${release.number.id} has no carrier SID`);
  const step = await clearAddress(deps, release, sid);
  if (step !== 'clear') {
    return postpone(deps, release, step === 'clearing' ? undefined : step);
  }
  const answer = await deleteNumber(deps, sid);
  if (answer.outcome === 'released' || answer.outcome === 'gone') {
    return settleReleased(deps, release, answer.outcome);
  }
  const failure = answer.outcome === 'unknown' ? 'carrier-unavailable' : 'carrier-rejected';
  return postpone(deps, release, { failure, detail: answer.detail });
}

/** Takes an emergency address off, and waits a little for it to be gone; the registry may need minutes. */
async function clearAddress(deps: LifeDeps, release: Release, sid: string): Promise<Step> {
  try {
    let found = await ownNumber(deps, release, sid);
    if (found?.emergencyAddress === 'registered') {
      found = await deps.carrier.clearEmergencyAddress(sid);
      await noteCleared(deps, release);
    }
    for (let look = 1; found && found.emergencyAddress !== 'none' && look <= LOOKS; look += 1) {
      await deps.clock.sleep(LOOK_PAUSE_MILLISECONDS);
      found = await ownNumber(deps, release, sid);
    }
    return !found || found.emergencyAddress === 'none' ? 'clear' : 'clearing';
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'not an error';
    return { failure: 'carrier-unavailable', detail };
  }
}

/** The number at the carrier; undefined when this purchase of it is not there any more. */
async function ownNumber(deps: LifeDeps, release: Release, sid: string): Promise<CarrierNumber | undefined> {
  const found = await deps.carrier.findNumber(release.number.phoneNumber);
  // The same digits under another SID are another purchase, perhaps of another program: none of ours to change.
  return found?.sid === sid ? found : undefined;
}

async function noteCleared(deps: LifeDeps, { operation, number, actor }: Release): Promise<void> {
  const { trail } = await deps.open();
  await deps.record(trail, {
    event: 'number.emergency-address-cleared',
    actor,
    reason: 'the carrier releases no number with one',
    tenantId: operation.tenantId,
    numberId: number.id,
    operationId: operation.id,
  });
}

/** Deletes; asked once more after an unclear answer, because a number that is gone says so. */
async function deleteNumber(deps: LifeDeps, sid: string): Promise<ReleaseAnswer> {
  const first = await callCarrier(deps, sid);
  if (first.outcome !== 'unknown') return first;
  await deps.clock.sleep(REPEAT_PAUSE_MILLISECONDS);
  return callCarrier(deps, sid);
}

async function callCarrier(deps: LifeDeps, sid: string): Promise<ReleaseAnswer> {
  try {
    return await deps.carrier.releaseNumber(sid);
  } catch (error) {
    // An adapter must not throw here; if it does, the call may all the same have taken effect.
    const detail = error instanceof Error ? error.name : 'not an error';
    return { outcome: 'unknown', detail: `the carrier adapter threw ${detail}` };
  }
}
