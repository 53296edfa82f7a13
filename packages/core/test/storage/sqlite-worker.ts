// One of several processes that share a SQLite file; started by sqlite-processes.test.ts.
import { sqlite } from '../../src/storage/kysely/sqlite/index.ts';
import { aNumber, vault } from './records.ts';

const [file = '', name = ''] = process.argv.slice(2);
const ROUNDS = 100;
const counter = { key: 'purchases:all', window: 'ever' };

const storage = await sqlite({ file }).open(vault);
await storage.migrate();
const won: string[] = [];
let taken = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const phoneNumber = `+1415556${String(round).padStart(4, '0')}`;
  const id = `num_${name}_${round}`;
  const inserted = await storage.transaction(async ({ numbers, limits }) => {
    if (await limits.take(counter, 1, ROUNDS / 2)) taken += 1;
    return numbers.insert(aNumber({ id, phoneNumber, tenantId: name, carrierSid: null }));
  });
  if (inserted) won.push(phoneNumber);
}
await storage.close();
process.stdout.write(JSON.stringify({ won, taken }));
