/** A source of chance that gives the same numbers for the same seed on every machine. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One key, each as likely as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
  /** `count` different items in a random order. */
  several<T>(items: readonly T[], count: number): T[];
  /** From the normal distribution of mean 0 and deviation 1. */
  normal(): number;
  /** From the lognormal distribution with this median; `spread` is the deviation of its logarithm. */
  lognormal(median: number, spread: number): number;
}

/** The mulberry32 generator (Tommy Ettinger, public domain): 32 bits of state, good enough for made-up data. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chance that begins at a seed. */
export function seededRandom(seed: number): Random {
  const next = mulberry32(seed);
  const below = (count: number) => Math.floor(next() * count);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  };
  // Box–Muller transform: two uniform numbers make a normal one.
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick,
    weighted: (weights) => weightedKey(weights, next()),
    several: (items, count) => {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(below(left.length), 1),
      ).flat();
    },
    normal,
    lognormal: (median, spread) => median * Math.exp(spread * normal()),
  };
}

function weightedKey<K extends string>(weights: Readonly<Partial<Record<K, number>>>, point: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = point * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  const last = entries.at(-1);
  if (!last) throw new RangeError("nothing to pick from");
  return last[0];
}
