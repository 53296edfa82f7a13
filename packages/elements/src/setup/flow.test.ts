import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breathe,
  carryOn,
  createWorld,
  flowCommands,
  look,
  placeOf,
  type Tab,
  type World,
} from '../../test/flow/index.ts';

const isOurs = ({ status }: { status: string }) => status === 'active' || status === 'pending';
const bothPaths = fc.constantFrom(['buy'] as const, ['buy', 'forward'] as const);

/** Lives through any sequence of events in which `law` holds at every moment, then through `end`. */
async function live(
  law: (tab: Tab, world: World) => void,
  end?: (world: World) => Promise<void>,
  numRuns = 250,
) {
  const everywhere = (world: World) => {
    for (const tab of world.tabs) law(tab, world);
  };
  await fc.assert(
    fc.asyncProperty(bothPaths, fc.boolean(), flowCommands(everywhere), async (paths, begun, commands) => {
      const world = createWorld(paths, begun);
      await breathe();
      await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
      await end?.(world);
    }),
    { numRuns },
  );
}

describe('whatever customers, networks, carriers and other tabs do', () => {
  it('nobody gets more numbers than they asked for', async () => {
    await live((_tab, { server, wanted }) => {
      expect(server.numbers.filter(isOurs).length).toBeLessThanOrEqual(wanted);
    });
  });

  it('no key is sent that a press of the button did not make, and none is ever empty', async () => {
    await live((_tab, { server, keysMade }) => {
      const made = Array.from({ length: keysMade }, (_, index) => `key-${index + 1}`);
      expect(made).toEqual(expect.arrayContaining([...new Set(server.keys)]));
    });
  });

  it('"you were not charged" is said only when it is so', async () => {
    await live((tab, world) => {
      if (!look(world, tab).saysNotCharged) return;
      const { order } = tab.session.model;
      if (!order) return;
      expect(world.server.boughtUnder(order.intent.key)).toBe(false);
      expect(tab.requests.filter((each) => each.kind === 'buy')).toEqual([]);
    });
  });

  it('there is always one main action or a stated wait, until the number is live', async () => {
    await live((tab, world) => {
      const { step } = tab.session.model;
      const { primary, waits } = look(world, tab);
      expect(step === 'live' || primary !== null || waits, step).toBe(true);
    });
  });

  it('a wait is always for something: a request, a timer, or the turn of another tab', async () => {
    await live((tab, world) => {
      const { primary, waits } = look(world, tab);
      if (!waits || primary) return;
      const others = world.tabs.flatMap((each) => each.requests);
      expect(tab.timers.size + others.length).toBeGreaterThan(0);
    });
  });

  it('the list is always the answer to the latest search, never to an older one', async () => {
    await live((tab) => {
      const { search } = tab.session.model;
      if (search.status !== 'found' || !tab.lastSearch) return;
      for (const each of search.numbers) expect(each.locality).toBe(placeOf(tab.lastSearch));
    });
  });

  it('what the customer typed is never lost, by no step, failure or reload', async () => {
    await live((tab) => {
      const { step, search } = tab.session.model;
      if (step !== 'opening' && tab.typed !== null) expect(search.query).toBe(tab.typed);
    });
  });

  it('the page hears of each live number at most once in a tab', async () => {
    await live((tab) => {
      const activated = tab.news.flatMap((each) => (each.type === 'activated' ? [each.number.id] : []));
      expect(new Set(activated).size).toBe(activated.length);
    });
  });

  it('the order on screen is never about a number that was live before', async () => {
    await live((tab) => {
      const { order, knownIds } = tab.session.model;
      if (order?.numberId && order.intent.key) expect(knownIds).not.toContain(order.numberId);
    });
  });

  it('the customer gets to a live number once everything works again', async () => {
    await live(
      () => {},
      async (world) => {
        for (const tab of world.tabs) expect(await carryOn(world, tab)).toBe(true);
        expect(world.server.numbers.filter(isOurs).length).toBeLessThanOrEqual(world.wanted);
      },
    );
  });
});
