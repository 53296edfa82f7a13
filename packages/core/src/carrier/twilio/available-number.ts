import type { AvailableNumber, NumberType } from '../carrier.ts';
import { asRecord, textOrNull } from './read-body.ts';

const REQUIREMENTS = ['none', 'any', 'local', 'foreign'] as const;

/** One item of a search answer; `undefined` when it holds no phone number. */
export function readAvailableNumber(
  item: unknown,
  asked: { readonly country: string; readonly type: NumberType },
): AvailableNumber | undefined {
  const fields = asRecord(item);
  const phoneNumber = textOrNull(fields?.phone_number);
  if (!fields || !phoneNumber?.startsWith('+')) return undefined;
  return {
    phoneNumber,
    country: textOrNull(fields.iso_country) ?? asked.country,
    type: asked.type,
    locality: textOrNull(fields.locality),
    region: textOrNull(fields.region),
    postalCode: textOrNull(fields.postal_code),
    latitude: readDegrees(fields.latitude),
    longitude: readDegrees(fields.longitude),
    // An unknown requirement is a requirement: better hidden than refused after the click.
    addressRequirement:
      REQUIREMENTS.find((known) => known === (fields.address_requirements ?? 'none')) ?? 'any',
    beta: fields.beta === true,
    capabilities: readCapabilities(fields.capabilities),
  };
}

/** The schema says number, Twilio's own example sends strings. */
function readDegrees(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const degrees = Number.parseFloat(textOrNull(value) ?? '');
  return Number.isFinite(degrees) ? degrees : null;
}

/** Older answers write `SMS` and `MMS`, newer ones `sms` and `mms`. */
function readCapabilities(value: unknown): AvailableNumber['capabilities'] {
  const on = new Set(
    Object.entries(asRecord(value) ?? {})
      .filter(([, enabled]) => enabled === true)
      .map(([name]) => name.toLowerCase()),
  );
  return { voice: on.has('voice'), sms: on.has('sms'), mms: on.has('mms') };
}
