/** A repeatable stream of pseudo-random numbers: the same seed gives the same simulator. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** Where the stream stands, for `resume`. */
  position(): number;
  /** Goes on from a position, so that a restarted simulator does not make the same SIDs again. */
  resume(position: number): void;
}

/** FNV-1a: spreads a text over 32 bits, so that `seed + ":" + key` gives each key its own stream. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32: 32 bits of state, quick, and even enough for test data. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (below) => Math.floor(next() * below),
    position: () => state,
    resume: (position) => {
      state = position >>> 0;
    },
  };
}
