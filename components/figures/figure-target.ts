/** What a figure counts, in the plural. */
export type CountUnit =
  | "interactions"
  | "ratings"
  | "thumbs"
  | "thumbs up"
  | "thumbs down"
  | "star ratings"
  | "corrections"
  | "comments"
  | "scores"
  | "pairs"
  | "prompt versions";

/**
 * Where a figure leads, and how many of what it counts: the page there shows the same number. Plain data, which may cross
 * from server to client.
 */
export interface FigureTarget {
  href: string;
  count: number;
  unit: CountUnit;
}

const singular: Record<CountUnit, string> = {
  interactions: "interaction",
  ratings: "rating",
  thumbs: "thumb",
  "thumbs up": "thumb up",
  "thumbs down": "thumb down",
  "star ratings": "star rating",
  corrections: "correction",
  comments: "comment",
  scores: "score",
  pairs: "pair",
  "prompt versions": "prompt version",
};

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** 1 → "1 thumb up", 1200 → "1,200 thumbs up". */
export const formatUnitCount = (count: number, unit: CountUnit): string =>
  `${whole.format(count)} ${count === 1 ? singular[unit] : unit}`;
