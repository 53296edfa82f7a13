import { compareVerdicts } from '../test/differential-cases.ts';

// `pnpm soak differential [cases] [seed]`: our signature check against the official SDK's, verdict by verdict.
const [cases = '100000', seed = '1'] = process.argv.slice(2);
const { unexplained, ...counts } = await compareVerdicts(Number(cases), Number(seed));
for (const one of unexplained) console.log(one);
console.log(
  JSON.stringify({ soak: 'differential', seed: Number(seed), ...counts, unexplained: unexplained.length }),
);
process.exitCode = unexplained.length === 0 ? 0 : 1;
