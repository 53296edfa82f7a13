import type { BillCategory, Call, World } from '../world/index.ts';
import { PRICES } from '../world/index.ts';

/** Puts an answered call on the bill: started minutes, at least one. SIP legs are not charged. */
export function chargeCall(world: World, call: Call): void {
  if (call.to.startsWith('sip:') || call.to.startsWith('sips:')) return;
  const inbound = call.direction === 'inbound';
  const number = world.numbers.byPhoneNumber(inbound ? call.to : call.from);
  const type = number?.type ?? 'local';
  const category: BillCategory = !inbound
    ? 'calls-outbound'
    : type === 'local'
      ? 'calls-inbound-local'
      : 'calls-inbound-tollfree';
  const minutes = Math.max(1, Math.ceil((call.durationSeconds ?? 0) / 60));
  const amountMicros = minutes * (inbound ? PRICES.inboundMinute[type] : PRICES.outboundMinute);
  call.priceMicros = amountMicros;
  world.bill.charge({
    at: world.clock.now(),
    kind: 'call',
    category,
    sid: call.sid,
    phoneNumber: inbound ? call.to : call.from,
    description: `${inbound ? 'Inbound' : 'Outbound'} call, ${call.from} to ${call.to}`,
    amountMicros,
    currency: PRICES.currency,
    quantity: minutes,
    tag: number?.friendlyName ?? null,
  });
}

/** Puts answering machine detection on the bill: a price for each call, whatever it found. */
export function chargeDetection(world: World, call: Call): void {
  world.bill.charge({
    at: world.clock.now(),
    kind: 'call',
    category: 'answering-machine-detection',
    sid: call.sid,
    phoneNumber: call.from,
    description: `Answering machine detection, ${call.from} to ${call.to}`,
    amountMicros: PRICES.machineDetection,
    currency: PRICES.currency,
    quantity: 1,
    tag: world.numbers.byPhoneNumber(call.from)?.friendlyName ?? null,
  });
}
