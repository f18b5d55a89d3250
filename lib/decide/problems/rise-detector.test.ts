import { describe, expect, it } from "vitest";
import { type BadOfHour, moreBy, moreTimes, RATINGS_MIN, RiseDetector, riseOf } from "./index.ts";
import type { RiseOptions } from "./rise-detector.ts";

type Sums = [n: number, bad: number];

/** Hours from a Monday on. */
const hours = (days: number, sums: (hour: number) => Sums, from = 0): BadOfHour[] =>
  Array.from({ length: days * 24 }, (_, index) => {
    const hour = from * 24 + index;
    const [n, bad] = sums(hour);
    return { day: Math.floor(hour / 24), weekHour: hour % 168, n, bad };
  });

const usual = (): Sums => [10, 2];
const rise = (given: readonly BadOfHour[], more: Partial<RiseOptions> = {}) =>
  riseOf(given, { worse: moreBy(0.1), ...more });

describe("how much worse is looked for", () => {
  it.each([
    ["points more", moreBy(0.1), 0.2, 0.3],
    ["never more than half of what is left", moreBy(0.4), 0.5, 0.75],
    ["times as much", moreTimes(2), 0.02, 0.04],
    ["never more than there are", moreTimes(4), 0.9, 0.95],
  ])("%s", (_, worse, from, to) => expect(worse(from)).toBeCloseTo(to, 12));
});

describe("evidence", () => {
  const history = hours(28, usual);

  it("is less than nothing while all is as usual", () => {
    expect(rise(history).evidence).toBeLessThan(0.5);
  });

  it("is one likelihood ratio of each day since, as the formulas say", () => {
    // One day of 240 ratings: of all the starts, only its own has been worse all along.
    const found = rise([...history, ...hours(1, () => [10, 4], 28)]);
    const own = (240 * (0.4 * Math.log(0.3 / 0.2) + 0.6 * Math.log(0.7 / 0.8))) / (1 + (2 * 240) / 4_800);
    expect(found).toMatchObject({ began: 28, n: 240, bad: 96 });
    expect(found.expected).toBeCloseTo(48, 1);
    // Those of the days before lose 6.2 for each usual day, and add next to nothing.
    expect(found.evidence).toBeCloseTo(own, 1);
  });

  it("tells on which day it began", () => {
    const found = rise([...history, ...hours(2, usual, 28), ...hours(3, () => [10, 4], 30)]);
    expect(found).toMatchObject({ began: 30, n: 720, bad: 288 });
  });

  it("is divided by what users who rate several times are worth less", () => {
    const given = [...history, ...hours(2, () => [10, 4], 28)];
    expect(rise(given, { dispersion: 6 }).evidence).toBeLessThan(rise(given).evidence / 2);
  });

  it("is none before a week is known, and none of a hundred ratings", () => {
    expect(rise(hours(7, usual)).evidence).toBe(Number.NEGATIVE_INFINITY);
    expect(rise(hours(20, () => [0.2, 0])).evidence).toBe(Number.NEGATIVE_INFINITY);
  });

  it(`counts no day with fewer than ${RATINGS_MIN} ratings since`, () => {
    const few = (n: number) =>
      rise([...hours(14, usual), ...hours(1, (hour) => (hour % 24 ? [0, 0] : [n, n]), 14)]);
    expect(few(RATINGS_MIN).began).toBe(14);
    expect(few(RATINGS_MIN - 1).began).not.toBe(14);
  });

  it("takes what lasts longer than two weeks for usual", () => {
    expect(rise([...history, ...hours(45, () => [10, 4], 28)]).evidence).toBeLessThan(1);
  });
});

describe("seasons", () => {
  /** On Sundays few rate, and those are less content. */
  const seasonal = (hour: number): Sums => (hour % 168 >= 144 ? [2, 0.8] : [10, 2]);

  it("a Sunday like others is no rise", () => {
    expect(rise(hours(35, seasonal)).evidence).toBeLessThan(1);
  });

  it("a Monday like a Sunday is one", () => {
    const found = rise([...hours(35, seasonal), ...hours(1, () => [10, 4], 35)]);
    expect(found.began).toBeGreaterThanOrEqual(34);
    expect(found.evidence).toBeGreaterThan(7);
  });

  it("a day without ratings is none", () => {
    expect(rise([...hours(28, usual), ...hours(2, () => [0, 0], 28)]).evidence).toBeLessThan(0.5);
  });
});

describe("a detector", () => {
  it("forgets what it saw when it is restarted, and finds what comes after", () => {
    const watch = new RiseDetector({ worse: moreBy(0.1) });
    for (const hour of [...hours(28, usual), ...hours(2, () => [10, 4], 28)]) watch.add(hour);
    expect(watch.rise.evidence).toBeGreaterThan(7);
    watch.restart();
    expect(watch.rise).toMatchObject({ evidence: Number.NEGATIVE_INFINITY, began: null });
    expect(watch.rise.usual?.share).toBeCloseTo(0.21, 1);
    for (const hour of hours(2, () => [10, 5], 30)) watch.add(hour);
    expect(watch.rise).toMatchObject({ began: 30 });
  });

  it("looks for nothing that began before a day it is told", () => {
    const given = [...hours(28, usual), ...hours(4, () => [10, 4], 28)];
    expect(rise(given, { since: 31 })).toMatchObject({ began: 31, n: 240 });
  });

  it("tells what was usual before it began", () => {
    expect(rise([...hours(28, usual), ...hours(3, () => [10, 4], 28)]).usual?.share).toBeCloseTo(0.2, 6);
  });

  it("takes hours in their order only", () => {
    const watch = new RiseDetector({ worse: moreBy(0.1) });
    watch.add({ day: 5, weekHour: 0, n: 1, bad: 0 });
    expect(() => watch.add({ day: 4, weekHour: 0, n: 1, bad: 0 })).toThrow(
      "Hours must be in order: day 4 came after 5.",
    );
  });
});
