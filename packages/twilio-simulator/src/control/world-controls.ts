import type { Inventory } from '../inventory/index.ts';
import { type OwnedNumber, rotateAuthToken, voiceRouteOf, type World } from '../world/index.ts';
import { ControlProblem, type ControlRequest, type ControlRoute } from './control-route.ts';

function readText({ body }: ControlRequest, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new ControlProblem(`${name} must be a text`);
  return value;
}

const showNumber = (number: OwnedNumber) => ({
  sid: number.sid,
  phoneNumber: number.phoneNumber,
  friendlyName: number.friendlyName,
  type: number.type,
  isoCountry: number.isoCountry,
  voiceRoute: voiceRouteOf(number),
  voiceUrl: number.voiceUrl,
  statusCallback: number.statusCallback,
  createdAt: number.createdAt,
});

const showBill = ({ bill }: World) => ({ entries: bill.entries(), total: bill.total() });

const showState = (world: World, inventory: Inventory) => ({
  account: { sid: world.account.sid, type: world.account.type, friendlyName: world.account.friendlyName },
  clock: { mode: world.clock.mode, now: world.clock.now() },
  numbers: world.numbers.all().map(showNumber),
  stock: inventory.size(),
  calls: world.calls.all().length,
  bill: world.bill.total(),
});

function advance(world: World) {
  return async ({ body }: ControlRequest) => {
    const { ms } = body;
    if (typeof ms !== 'number' || !(ms >= 0)) throw new ControlProblem('ms must be a number of milliseconds');
    await world.clock.advance(ms);
    return { now: world.clock.now() };
  };
}

/** State, bill, clock, numbers and reset. */
export function worldControls(world: World, inventory: Inventory, reset: () => void): ControlRoute[] {
  return [
    { method: 'GET', path: '/state', handle: () => showState(world, inventory) },
    { method: 'GET', path: '/bill', handle: () => showBill(world) },
    { method: 'GET', path: '/numbers', handle: () => ({ numbers: world.numbers.all().map(showNumber) }) },
    {
      method: 'POST',
      path: '/numbers/sell-elsewhere',
      handle: (request) => world.numbers.markSoldElsewhere(readText(request, 'phoneNumber')),
    },
    { method: 'GET', path: '/clock', handle: () => ({ now: world.clock.now(), mode: world.clock.mode }) },
    { method: 'POST', path: '/clock/advance', handle: advance(world) },
    {
      method: 'POST',
      path: '/account/rotate-token',
      handle: () => ({ authToken: rotateAuthToken(world.account, world.ids) }),
    },
    { method: 'POST', path: '/reset', handle: () => reset() },
  ];
}
