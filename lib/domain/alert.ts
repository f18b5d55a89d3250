/** Where rules stand. */
export const alertStates = ["firing", "pending", "no_data", "ok"] as const;

/** Where a rule stands. */
export type AlertState = (typeof alertStates)[number];

/** What a rule remembers from one look to the next. */
export interface Alert {
  state: AlertState;
  /** Since when it is in this state. */
  since: Date;
  pendingSince: Date | null;
  /** Since when it fires; also without data, until it is resolved. */
  firingSince: Date | null;
  /** Since when it is good again while it fires. */
  goodSince: Date | null;
  /** When somebody was told last that it fires. */
  toldAt: Date | null;
  /** How often that was. */
  told: number;
  /** Whether somebody was told that there is no data. */
  toldNoData: boolean;
  /** Since when that fired whose end is still to be told, because it came in a mute window. */
  endToTell: Date | null;
}

/** What is told of a rule. */
export type AlertNews = "firing" | "still_firing" | "resolved" | "no_data";

/** A rule that never looked. */
export const quietAlert = (now: Date): Alert => ({
  ...{ state: "ok", since: now, pendingSince: null, firingSince: null, goodSince: null },
  ...{ toldAt: null, told: 0, toldNoData: false, endToTell: null },
});

/** What a look found: bad, good again, neither (so that nothing flaps), or too little to say. */
export type Outcome = "bad" | "good" | "between" | "no_data";

/** What a rule reads at one look. */
export interface Reading {
  outcome: Outcome;
  /** The metric in the window, or what was spent; null without data. */
  value: number | null;
  n: number;
  /** What is usual, or the limit. */
  against: number | null;
}

/** The sums of a rule's metric in an hour, of its scope: thumbs up and thumbs, milliseconds and answers, or an amount. */
export interface HourSums {
  at: Date;
  part: number;
  /** What it is of; of an amount, the answers behind it. */
  whole: number;
}
