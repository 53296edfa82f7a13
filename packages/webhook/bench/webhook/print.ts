import { type Measurement, median } from './measure.ts';

/** Prints a table, its first column to the left, the rest to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
  console.log('');
}

export const MEASUREMENT_HEAD = ['requests/s', 'p50 ms', 'p99 ms', 'CPU µs/request', 'memory MB'];

/** The medians of the rounds as cells, in the order of {@link MEASUREMENT_HEAD}. */
export function measurementCells(rounds: readonly Measurement[] = []): string[] {
  const middle = (key: keyof Measurement) => median(rounds.map((round) => round[key]));
  return [
    middle('requestsPerSecond').toFixed(0),
    middle('p50').toFixed(2),
    middle('p99').toFixed(2),
    middle('cpuPerRequest').toFixed(1),
    middle('memory').toFixed(0),
  ];
}

/** Two decimals, as a number. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
