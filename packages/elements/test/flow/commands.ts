import type { SetupPath } from '@numberkit/contract';
import fc from 'fast-check';
import { ApiError, type ApiErrorKind } from '../../src/api/index.ts';
import type { PurchaseEnd } from './server.ts';
import type { Tab } from './tab.ts';
import { addTab, breathe, look, pressPrimary, reload, type World } from './world.ts';

/** Checked after each command; throws when the world is not as it must be. */
export type Law = (world: World) => void;

type Command = fc.AsyncCommand<object, World>;

/** Everything that customers, time, the network, the carrier and other tabs do to the flow. */
export function flowCommands(law: Law): fc.Arbitrary<Iterable<Command>> {
  const inTab = (name: string, run: (tab: Tab, world: World) => void): fc.Arbitrary<Command> =>
    fc.nat(1).map((which) => ({
      check: () => true,
      async run(_model, world) {
        const tab = world.tabs[which % world.tabs.length];
        if (tab) run(tab, world);
        await breathe();
        law(world);
      },
      toString: () => `${name} (tab ${which})`,
    }));
  const pick = <Item>(items: Iterable<Item>, at: number): Item | undefined => {
    const all = [...items];
    return all[at % Math.max(1, all.length)];
  };
  return fc.commands(
    [
      ...customer(inTab),
      ...outcomes(inTab, pick),
      fc.nat(9).chain((at) => inTab(`timer ${at} rings`, (tab) => ring(tab, pick(tab.timers, at)))),
      fc
        .boolean()
        .chain((online) =>
          inTab(online ? 'online' : 'offline', (tab) =>
            tab.session.send({ type: 'connection-changed', online }),
          ),
        ),
      fc
        .constantFrom('active' as const, 'failed' as const)
        .chain((outcome) => inTab(`carrier: ${outcome}`, (_tab, { server }) => server.settle(outcome))),
      fc
        .boolean()
        .chain((happened) =>
          inTab(`reload, order ${happened ? 'done' : 'not done'}`, (tab, world) =>
            reload(world, world.tabs.indexOf(tab), happened),
          ),
        ),
      inTab('second tab', (_tab, world) => {
        if (world.tabs.length < 2) addTab(world);
      }),
    ],
    { maxCommands: 100, size: 'max' },
  );
}

type InTab = (name: string, run: (tab: Tab, world: World) => void) => fc.Arbitrary<Command>;
type Pick = <Item>(items: Iterable<Item>, at: number) => Item | undefined;

/** Only what the screen offers at that moment. */
function customer(inTab: InTab): fc.Arbitrary<Command>[] {
  const at = (step: string, tab: Tab) => tab.session.model.step === step;
  const press = inTab('press primary', (tab, world) => void pressPrimary(world, tab));
  return [
    press,
    press,
    press,
    press,
    inTab('press primary twice', (tab, world) => {
      pressPrimary(world, tab);
      pressPrimary(world, tab);
    }),
    inTab('back', (tab, world) => {
      if (look(world, tab).goesBack) tab.session.send({ type: 'back-wanted' });
    }),
    inTab('another', (tab, world) => {
      if (!at('live', tab)) return;
      world.wanted += 1;
      tab.session.send({ type: 'another-wanted' });
    }),
    fc.constantFrom('', 'Berkeley', 'nowhere', '94607').chain((query) =>
      inTab(`type "${query}"`, (tab) => {
        if (!at('number', tab)) return;
        tab.typed = query;
        tab.session.send({ type: 'query-typed', query });
      }),
    ),
    fc.constantFrom<SetupPath>('buy', 'forward').chain((path) =>
      inTab(`choose ${path}`, (tab) => {
        if (at('path', tab)) tab.session.send({ type: 'path-selected', path });
      }),
    ),
    fc.nat(3).chain((line) =>
      inTab(`choose number ${line}`, (tab) => {
        const number = tab.session.model.search.numbers[line];
        if (at('number', tab) && number) {
          tab.session.send({ type: 'number-selected', phoneNumber: number.phoneNumber });
        }
      }),
    ),
  ];
}

/** How requests end, in any order. Weighted by repetition: mostly they are answered. */
function outcomes(inTab: InTab, pick: Pick): fc.Arbitrary<Command>[] {
  const answer = fc
    .nat(5)
    .chain((which) => inTab(`answer ${which}`, (tab) => pick(tab.requests, which)?.answer('active')));
  const ends = fc.constantFrom<PurchaseEnd>(
    'active',
    'pending',
    'failed',
    'taken',
    'limit-reached',
    'lost-before',
    'lost-after',
    'timed-out-after',
    'signed-out',
    'broken',
  );
  const purchase = ends.chain((end) =>
    inTab(`purchase ends: ${end}`, (tab) => tab.requests.find((each) => each.kind === 'buy')?.answer(end)),
  );
  const kinds = fc.constantFrom<ApiErrorKind>('unreachable', 'timeout', 'unauthorized', 'refused', 'failed');
  return [
    answer,
    answer,
    answer,
    answer,
    answer,
    answer,
    purchase,
    purchase,
    purchase,
    fc.tuple(kinds, fc.nat(5)).chain(([kind, which]) =>
      inTab(`request ${which} ${kind}`, (tab) => {
        const reads = tab.requests.filter((each) => each.kind !== 'buy');
        pick(reads, which)?.fail(new ApiError(kind, kind === 'refused' ? 404 : 0));
      }),
    ),
  ];
}

function ring(tab: Tab, run: (() => void) | undefined): void {
  if (!run) return;
  tab.timers.delete(run);
  run();
}
