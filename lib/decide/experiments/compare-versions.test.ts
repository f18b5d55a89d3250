import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { compareVersions, type MetricScale, type Side, type VersionSums } from "./index.ts";

const RATE: MetricScale = { better: "higher", range: { min: 0, max: 1 }, logarithmic: false };

/** A version that so many users rated once, of ten times as many who saw it. */
const version = (name: string, up: number, n: number, given: Partial<VersionSums> = {}): VersionSums => ({
  ...{ version: name, ratings: n, byUser: { n, sum: up, sumSquares: up } },
  ...{ pooled: n > 0 ? up / n : null, responses: rate(n, 10 * n), ...given },
});

const compare = (a: VersionSums, b: VersionSums, side: Side = "side_by_side") =>
  compareVersions(a, b, RATE, side);

describe("compareVersions", () => {
  it.each([
    [
      "few users on one side",
      version("v1", 20, 25),
      version("v2", 500, 900),
      "insufficient_data",
      "too_few_ratings",
      null,
    ],
    ["nobody at all", version("v1", 0, 0), version("v2", 0, 0), "insufficient_data", "too_few_ratings", null],
    [
      "nearly equal",
      version("v1", 600, 1000),
      version("v2", 605, 1000),
      "inconclusive",
      "no_difference_seen",
      null,
    ],
    [
      "what a plain test would call certain",
      version("v1", 120, 200),
      version("v2", 142, 200),
      "likely",
      "probably_better",
      "v2",
    ],
    ["far apart", version("v1", 600, 1000), version("v2", 700, 1000), "decided", "surely_better", "v2"],
    [
      "far apart, the other way",
      version("v1", 700, 1000),
      version("v2", 600, 1000),
      "decided",
      "surely_better",
      "v1",
    ],
  ] as const)("%s", (_, a, b, confidence, code, winner) => {
    expect(compare(a, b)).toMatchObject({ confidence, winner, reason: { code } });
  });

  it("names which one has too few ratings", () => {
    expect(compare(version("v1", 500, 900), version("v2", 3, 5)).reason).toEqual({
      ...{ code: "too_few_ratings", version: "v2", ratings: 5, users: 5 },
    });
  });

  it("says how many more users it takes", () => {
    const { reason } = compare(version("v1", 120, 200), version("v2", 142, 200));
    expect(reason).toMatchObject({ code: "probably_better", chance: expect.closeTo(0.99, 1) });
    expect(reason.code === "probably_better" && reason.users).toBeGreaterThan(100);
  });

  it("is at most likely where the two ran one after the other", () => {
    const [a, b] = [version("v1", 600, 1000), version("v2", 700, 1000)];
    expect(compare(a, b, "one_after_the_other")).toMatchObject({
      ...{ confidence: "likely", winner: "v2", reason: { code: "one_after_the_other" }, unrandomised: true },
    });
    expect(compare(a, b, "randomised")).toMatchObject({ confidence: "decided", unrandomised: false });
  });

  it("decides nothing where other people rated", () => {
    const b = version("v2", 700, 1000, { responses: rate(1000, 30_000) });
    expect(compare(version("v1", 600, 1000), b)).toMatchObject({
      ...{ confidence: "inconclusive", winner: null, reason: { code: "response_rates_differ" } },
    });
  });

  it("decides nothing where users say one thing and ratings another", () => {
    // The thousand are content, two of them are not and clicked two thousand times.
    const b = version("v2", 700, 1000, { ratings: 3000, pooled: 0.3 });
    expect(compare(version("v1", 600, 1000), b)).toMatchObject({
      ...{ confidence: "inconclusive", winner: null, reason: { code: "users_and_ratings_disagree" } },
    });
  });

  it("takes less for better where the metric says so", () => {
    const found = compareVersions(
      version("v1", 600, 1000),
      version("v2", 500, 1000),
      { ...RATE, better: "lower" },
      "randomised",
    );
    expect(found).toMatchObject({ confidence: "decided", winner: "v2" });
  });
});
