import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fuzz } from '../test/fuzz-cases.ts';

// `pnpm soak fuzz [requests] [seed]`: mutated requests to the Node entry; memory is looked at on the way.
const [requests = '200000', seed = '1'] = process.argv.slice(2);
setFlagsFromString('--expose-gc');
// Only a new context sees the function that the flag adds.
const collectGarbage = runInNewContext('gc') as () => void;
const heap: number[] = [];
const every = Math.max(500, Math.floor(Number(requests) / 8 / 500) * 500);
const { failures, ...counts } = await fuzz(Number(requests), Number(seed), (done) => {
  if (done % every === 0) {
    collectGarbage();
    heap.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
  }
});
for (const one of failures) console.log(one);
// The first readings still fill the memories of routes and answers, which are bounded.
const growth = (heap.at(-1) ?? 0) - (heap[Math.floor(heap.length / 2)] ?? 0);
console.log(`heap after collection, MB: ${heap.join(' ')}`);
console.log(
  JSON.stringify({
    soak: 'fuzz',
    seed: Number(seed),
    ...counts,
    failures: failures.length,
    heapGrowthMb: growth,
  }),
);
process.exitCode = failures.length === 0 && counts.unverifiedLookups === 0 && growth < 5 ? 0 : 1;
