// Reconciles an account of 5,000 numbers with 20 orphans, 20 ghosts and 60 drifted: `pnpm bench reconcile`. Prints one
// line of JSON with what was found, how long it took, and how much memory was in use at most.
import { systemClock } from '../src/clock.ts';
import { freshFile, openStorage, settings } from '../test/purchase/host.ts';
import {
  ask,
  boughtRow,
  buyBehindOurBack,
  reconcileHost,
  simulatedCarrier,
  stockedSimulator,
} from '../test/reconcile/host.ts';

const NUMBERS = 5_000;
const FOREIGN = 500;
const HOUR = 3_600_000;

const { simulator, phoneNumbers } = stockedSimulator(NUMBERS + 100);
const storage = await openStorage(freshFile());
const { reconcile } = reconcileHost(storage, simulatedCarrier(simulator, systemClock), systemClock);
const born = new Date(Date.now() - HOUR);

for (const [index, phoneNumber] of phoneNumbers.entries()) {
  const foreign = index < FOREIGN;
  const drifted = index >= FOREIGN && index < FOREIGN + 60;
  const orphan = index >= NUMBERS - 20 && index < NUMBERS;
  const ghost = index >= NUMBERS && index < NUMBERS + 20;
  if (index >= NUMBERS + 20) break;
  const voiceUrl = foreign ? 'https://other.example' : drifted ? 'https://old.example' : settings.voiceUrl;
  const sid = await buyBehindOurBack(simulator, phoneNumber, { VoiceUrl: voiceUrl });
  if (!foreign && !orphan) await storage.numbers.insert(boughtRow(`num_${index}`, phoneNumber, sid, born));
  if (ghost) await ask(simulator, 'DELETE', `IncomingPhoneNumbers/${sid}.json`);
}

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
let most = before;
const watch = () => {
  most = Math.max(most, process.memoryUsage().heapUsed);
};
async function run(repair: boolean) {
  const started = performance.now();
  const { counts, atCarrier, foreign, findings } = await reconcile({ repair, onProgress: watch });
  const repaired = findings.filter((finding) => finding.repair?.outcome === 'repaired').length;
  return { ...counts, atCarrier, foreign, repaired, milliseconds: Math.round(performance.now() - started) };
}
const [report, repair, after] = [await run(false), await run(true), await run(false)];
const megabytes = Math.round((most - before) / 1_048_576);
console.log(JSON.stringify({ bench: 'reconcile', report, repair, after, heapMegabytes: megabytes }));
await storage.close();
