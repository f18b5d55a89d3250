/** What an import did, counted. */
export interface Tally {
  /** Interactions that are new. */
  interactions: number;
  /** Ratings that are new or replaced an earlier one. */
  ratings: number;
  /** Preferences that are new. */
  preferences: number;
  /** What was there already, just so. */
  present: number;
  /** Ratings and preferences that came before their interaction; they are kept and joined when it arrives. */
  waiting: number;
  /** Lines that were refused, wholly or in part. */
  refusedLines: number;
}

/** Nothing done yet. */
export const emptyTally: Tally = {
  ...{ interactions: 0, ratings: 0, preferences: 0, present: 0, waiting: 0, refusedLines: 0 },
};

/** Two parts of an import together. */
export const addTallies = (one: Tally, other: Tally): Tally => ({
  interactions: one.interactions + other.interactions,
  ratings: one.ratings + other.ratings,
  preferences: one.preferences + other.preferences,
  present: one.present + other.present,
  waiting: one.waiting + other.waiting,
  refusedLines: one.refusedLines + other.refusedLines,
});

/** A tally as a sentence: "687 interactions and 1,226 ratings stored, 0 were there already, 0 lines refused". */
export function formatTally(tally: Tally): string {
  const { interactions, ratings, preferences, present, waiting, refusedLines } = tally;
  const compared = preferences > 0 ? ` and ${counted(preferences, "preference")}` : "";
  const rated = `${compared ? "," : " and"} ${counted(ratings, "rating")}`;
  const stored = `${counted(interactions, "interaction")}${rated}${compared} stored`;
  const there = `${number(present)} ${present === 1 ? "was" : "were"} there already`;
  const early = waiting > 0 ? `, ${counted(waiting, "event")} kept until the interaction arrives` : "";
  return `${stored}, ${there}${early}, ${counted(refusedLines, "line")} refused`;
}

const number = (value: number): string => value.toLocaleString("en-US");
const counted = (value: number, noun: string): string => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
