import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IDEMPOTENCY_KEY_HEADER } from '@numberkit/contract';
import { createTwilioSimulator } from '@numberkit/twilio-simulator';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toNodeHandler } from '../../src/http/node/index.ts';
import { engines } from '../purchase/engines.ts';
import { sleepingClock } from '../purchase/host.ts';
import { countedCarrier } from './counted-carrier.ts';
import { poolHost, simulatedCarrier, stockUp } from './pool-host.ts';

const STOCK = 60;
const CLIENTS = 16;

describe.each(engines)('claims over HTTP on $name', ({ create }) => {
  /** A host behind Node's HTTP server, its pool filled, the calls to its carrier counted. */
  async function start() {
    const database = await create();
    await stockUp(database.connect(), '415', STOCK);
    const { carrier, calls } = countedCarrier(simulatedCarrier(createTwilioSimulator({ seed: 5 })));
    const kit = poolHost(database.connect(), carrier, sleepingClock());
    const server = createServer(toNodeHandler(kit.handler));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(async () => {
      server.closeAllConnections();
      server.close();
      await kit.close();
      await database.drop();
    });
    // A server that listens on a port has an address of this kind.
    const { port } = server.address() as AddressInfo;
    const claim = async (client: number, key: string) => {
      const { token } = kit.sessions.create({ tenantId: `tenant-${client}` });
      const response = await fetch(`http://127.0.0.1:${port}/api/twilio/claim-number`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          [IDEMPOTENCY_KEY_HEADER]: key,
        },
        body: JSON.stringify({ areaCode: '415' }),
      });
      // The OpenAPI document says so: a number, or a problem with a code.
      const body = (await response.json()) as { number?: { id: string }; code?: string };
      return { status: response.status, id: body.number?.id, code: body.code };
    };
    return { carrier, calls, claim };
  }

  test('clients that empty the pool get a number each, none twice, and the carrier is never called', async () => {
    const { calls, claim } = await start();
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        const given: string[] = [];
        for (let turn = 0; ; turn += 1) {
          const { id, code } = await claim(client, `turn-${turn}`);
          if (id === undefined) {
            expect(code).toBe('pool-empty');
            return given;
          }
          given.push(id);
        }
      }),
    );
    expect(answers.flat()).toHaveLength(STOCK);
    expect(new Set(answers.flat()).size).toBe(STOCK);
    expect(calls()).toBe(0);
  });

  test('the same key sent again gets the same number, without the carrier too', async () => {
    const { calls, claim } = await start();
    const [first, again] = await Promise.all([claim(1, 'same'), claim(1, 'same')]);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.id).toBeDefined();
    expect(again.id).toBe(first.id);
    expect(calls()).toBe(0);
  });

  test('a call to the carrier would have been counted', async () => {
    const { carrier, calls } = await start();
    await carrier.readAccount();
    expect(calls()).toBe(1);
  });
});
