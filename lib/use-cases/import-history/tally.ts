/** The counts of an import. */
export interface Tally {
  /** New interactions. */
  interactions: number;
  /** New or replaced ratings. */
  ratings: number;
  /** New preferences. */
  preferences: number;
  /** Events that were already present, unchanged. */
  present: number;
  /** Ratings and preferences that are pending until their interaction arrives. */
  waiting: number;
  /** Fully or partly rejected lines. */
  refusedLines: number;
}

/** An empty tally. */
export const emptyTally: Tally = {
  ...{ interactions: 0, ratings: 0, preferences: 0, present: 0, waiting: 0, refusedLines: 0 },
};

/** The sum of two tallies. */
export const addTallies = (one: Tally, other: Tally): Tally => ({
  interactions: one.interactions + other.interactions,
  ratings: one.ratings + other.ratings,
  preferences: one.preferences + other.preferences,
  present: one.present + other.present,
  waiting: one.waiting + other.waiting,
  refusedLines: one.refusedLines + other.refusedLines,
});

/** A tally as a sentence: "687 interactions and 1,226 ratings stored, 0 already present, 0 lines rejected". */
export function formatTally(tally: Tally): string {
  const { interactions, ratings, preferences, present, waiting, refusedLines } = tally;
  const compared = preferences > 0 ? ` and ${counted(preferences, "preference")}` : "";
  const rated = `${compared ? "," : " and"} ${counted(ratings, "rating")}`;
  const stored = `${counted(interactions, "interaction")}${rated}${compared} stored`;
  const there = `${number(present)} already present`;
  const early = waiting > 0 ? `, ${counted(waiting, "event")} pending` : "";
  return `${stored}, ${there}${early}, ${counted(refusedLines, "line")} rejected`;
}

const number = (value: number): string => value.toLocaleString("en-US");
const counted = (value: number, noun: string): string => `${number(value)} ${noun}${value === 1 ? "" : "s"}`;
