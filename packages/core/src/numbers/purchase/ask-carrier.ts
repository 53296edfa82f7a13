import type { Carrier, CarrierNumber, NumberSettings } from '../../carrier/index.ts';

/**
 * What the carrier says about a number whose purchase we are not sure of. `ours`: bought by this very operation.
 * `foreign`: in our account, but not by this operation. `absent`: not in our account. `no-answer`: ask again later.
 */
export type Finding =
  | { readonly finding: 'ours'; readonly number: CarrierNumber }
  | { readonly finding: 'foreign' }
  | { readonly finding: 'absent' }
  | { readonly finding: 'no-answer' };

/** Asks, by exact number, and reads the tag that the carrier keeps with it. */
export async function askCarrier(
  carrier: Carrier,
  phoneNumber: string,
  tag: string,
  onError: (error: unknown) => void,
): Promise<Finding> {
  try {
    const number = await carrier.findNumber(phoneNumber);
    if (!number) return { finding: 'absent' };
    return number.tag === tag ? { finding: 'ours', number } : { finding: 'foreign' };
  } catch (error) {
    // Whatever went wrong, we know no more than before; the operation stays unknown and is asked about again.
    onError(error);
    return { finding: 'no-answer' };
  }
}

/**
 * Makes sure that calls to the number come to us: a trunk or an application set on it silently beats its voice URL.
 * @throws NumberkitError of `carrierErrors`
 */
export async function ensureSettings(
  carrier: Carrier,
  number: CarrierNumber,
  settings: NumberSettings,
): Promise<void> {
  const points =
    number.voiceUrl === settings.voiceUrl && number.trunkSid === null && number.applicationSid === null;
  if (!points) await carrier.configureNumber(number.sid, settings);
}
