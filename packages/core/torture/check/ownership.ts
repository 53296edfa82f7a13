import type { NumberRecord } from '../../src/numbers/index.ts';
import { FOREIGN, VOICE } from '../settings.ts';
import type { Invariant, Violation, World } from './violation.ts';

const AT_THE_CARRIER = new Set(['pooled', 'assigned', 'resting']);
const OVER = new Set(['released', 'refused']);

/** Every number of the account is known with one owner and points at us, and nothing is known that is not there. */
export const checkOwnership: Invariant = (world) => [
  ...atTheCarrier(world),
  ...inTheRecords(world),
  ...twice(world),
  ...foreign(world),
];

const isOver = ({ state }: NumberRecord) => OVER.has(state);

function atTheCarrier({ account, records, foreign }: World): readonly Violation[] {
  const live = new Map(
    records.numbers.filter((number) => !isOver(number)).map((number) => [number.phoneNumber, number]),
  );
  return account.flatMap(({ sid, phoneNumber, friendlyName, voiceRoute }): Violation[] => {
    if (foreign.has(phoneNumber)) return [];
    const record = live.get(phoneNumber);
    const about = [sid, friendlyName, ...(record ? [record.id] : [])];
    const leaked = (text: string): Violation[] => [{ kind: 'leaked', text: `${phoneNumber} ${text}`, about }];
    if (!record) return leaked('is in the account and in no live record of ours');
    if (record.carrierSid !== sid) return leaked('is in our records under another carrier SID');
    if (!AT_THE_CARRIER.has(record.state)) return [];
    if (voiceRoute.kind === 'url' && voiceRoute.url === VOICE.voiceUrl) return [];
    return [{ kind: 'lost', text: `${phoneNumber} does not send its calls to us`, about }];
  });
}

function inTheRecords({ account, records }: World): readonly Violation[] {
  const sids = new Set(account.map(({ sid }) => sid));
  return records.numbers.flatMap((number): Violation[] => {
    const { id, state, carrierSid, phoneNumber, tenantId } = number;
    const there = carrierSid !== null && sids.has(carrierSid);
    const about = [id, carrierSid ?? ''];
    if (AT_THE_CARRIER.has(state) && !there) {
      return [
        { kind: 'lost', text: `${phoneNumber} is ${state} in our records and not in the account`, about },
      ];
    }
    if (state === 'released' && there) {
      return [{ kind: 'leaked', text: `${phoneNumber} is released in our records and still billed`, about }];
    }
    if ((state === 'assigned') !== (tenantId !== null) && (state === 'assigned' || state === 'pooled')) {
      return [{ kind: 'lost', text: `${phoneNumber} is ${state} and has the owner ${tenantId}`, about }];
    }
    return [];
  });
}

function twice({ records }: World): readonly Violation[] {
  const seen = new Map<string, NumberRecord>();
  return records.numbers
    .filter((number) => !isOver(number))
    .flatMap((number): Violation[] => {
      const other = seen.get(number.phoneNumber);
      seen.set(number.phoneNumber, number);
      if (!other) return [];
      const text = `${number.phoneNumber} has two owners, ${other.tenantId} and ${number.tenantId}`;
      return [{ kind: 'double', text, about: [other.id, number.id] }];
    });
}

/** Numbers of other programs are as they were. */
function foreign({ account, foreign: numbers, records }: World): readonly Violation[] {
  const ours = new Set(records.numbers.filter((number) => !isOver(number)).map((each) => each.phoneNumber));
  return [...numbers].flatMap((phoneNumber): Violation[] => {
    const found = account.find((each) => each.phoneNumber === phoneNumber);
    const untouched = found?.friendlyName === FOREIGN.tag && found.voiceRoute.url === FOREIGN.voiceUrl;
    if (untouched && !ours.has(phoneNumber)) return [];
    const text = `${phoneNumber}, which another program uses, was ${found ? 'changed or taken' : 'released'}`;
    return [{ kind: 'lost', text, about: [found?.sid ?? ''] }];
  });
}
