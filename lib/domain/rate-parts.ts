/** A part and the whole that it is of, or a sum and the number of its values. */
export type Parts = [part: number, whole: number];

/**
 * What each rate and mean is of. Parts are added up, over days or over groups, before they are divided: a mean of rates
 * would count a day with two ratings like one with a thousand.
 */
export const partsOf = {
  /** Thumbs up among thumbs. */
  positiveRate: ({ thumbsUp, thumbsDown }: { thumbsUp: number; thumbsDown: number }): Parts => [
    thumbsUp,
    thumbsUp + thumbsDown,
  ],
  /** Interactions with a rating of any type among interactions. */
  responseRate: ({ rated, interactions }: { rated: number; interactions: number }): Parts => [
    rated,
    interactions,
  ],
  /** Stars, by counts of ratings with 1, 2, … of them. */
  starMean: ({ stars }: { stars: readonly number[] }): Parts => [
    total(stars.map((count, index) => count * (index + 1))),
    total(stars),
  ],
  /** Words changed per correction. */
  editDistance: ({ editDistance, measured }: { editDistance: number; measured: number }): Parts => [
    editDistance,
    measured,
  ],
  /** Shares of the answer kept per correction. */
  editKept: ({ editKept, measured }: { editKept: number; measured: number }): Parts => [editKept, measured],
  /** US dollars per answer with a known cost. */
  cost: ({ costUsd, priced }: { costUsd: number; priced: number }): Parts => [costUsd, priced],
  /** Tokens per answer with a known count. */
  tokens: ({ tokens, sized }: { tokens: number; sized: number }): Parts => [tokens, sized],
};

/** The sums of some parts. */
export const addParts = (all: readonly Parts[]): Parts => [
  total(all.map(([part]) => part)),
  total(all.map(([, whole]) => whole)),
];

/** The parts of what is counted in `all` but not in `own`. */
export function partsOfRest<Counts>(all: Counts, own: Counts, parts: (counts: Counts) => Parts): Parts {
  const [[part, whole], [ownPart, ownWhole]] = [parts(all), parts(own)];
  return [part - ownPart, whole - ownWhole];
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
