import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { type AfterFix, type FixVerdict, judgeFix } from "./index.ts";

const after = (given: Partial<AfterFix>): FixVerdict =>
  judgeFix({
    ...{ n: 100, bad: 20, raters: 60, expected: 20, shareBefore: 0.35, dispersion: 1 },
    ...given,
  });

it.each<[string, Partial<AfterFix>, FixVerdict]>([
  ["is verified where it is as usual", {}, "verified"],
  ["is verified where it is better than that", { bad: 5 }, "verified"],
  ["has regressed where it is as bad as before", { bad: 35 }, "regressed"],
  ["has regressed where it is worse", { bad: 60 }, "regressed"],
  ["is open in between", { bad: 27 }, "waiting"],
  ["is open before 30 ratings", { n: 29, bad: 2, expected: 6 }, "waiting"],
  ["is open before ten users", { raters: 9 }, "waiting"],
  ["takes longer where users rate again and again", { dispersion: 2 }, "waiting"],
  ["does not tell apart what hardly differs", { shareBefore: 0.2, bad: 21 }, "waiting"],
  ["knows what never happened before", { expected: 0, bad: 0, shareBefore: 0.2 }, "verified"],
])("%s", (_, given, verdict) => expect(after(given)).toBe(verdict));

describe("looked at after every rating", () => {
  /** The first verdict other than to wait. */
  function first(seed: number, share: number): FixVerdict {
    const random = randomFrom(seed);
    for (let n = 1, bad = 0; n <= 5_000; n++) {
      bad += random() < share ? 1 : 0;
      const verdict = after({ n, bad, raters: n, expected: n * 0.2 });
      if (verdict !== "waiting") return verdict;
    }
    return "waiting";
  }

  it.each([
    ["a fix that worked", 0.2, "regressed"],
    ["one that did not", 0.35, "verified"],
  ])("%s is called the other in at most 5 of 100", (_, share, wrong) => {
    const verdicts = Array.from({ length: 500 }, (__, seed) => first(seed + 1, share));
    expect(verdicts.filter((verdict) => verdict === wrong).length / 500).toBeLessThanOrEqual(0.05);
    expect(verdicts).not.toContain("waiting");
  });
});
