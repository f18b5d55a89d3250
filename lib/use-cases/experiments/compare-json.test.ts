import { expect, it } from "vitest";
import type { VersionUsers } from "#lib/evaluate/metrics/index.ts";
import { comparePairJson } from "./compare-json.ts";

/** 50 users with one thumb each, of whom 40 liked the answer, and in the second case another who liked none of 50. */
const many: VersionUsers = {
  ...{ version: "v1", exposed: 50, responders: 50, n: 50, sum: 40, sumSquares: 40 },
  ...{ thumbs: 50, thumbsUp: 40, squaredThumbs: 50, squaredUp: 40, products: 40 },
};
const oneMore: VersionUsers = {
  ...{ ...many, version: "v2", exposed: 51, responders: 51, n: 51 },
  ...{ thumbs: 100, squaredThumbs: 50 + 2_500 },
};

it("gives a positive rate the interval that allows for who gave most thumbs", () => {
  const of = (users: VersionUsers) => ({ version: users.version, metrics: null, users });
  const filter = { projectId: "p", tz: "UTC", from: "2026-11-01", to: "2026-11-07", promptTemplate: "t" };
  const { a, b } = comparePairJson(filter, 7, {
    ...{ a: of(many), b: of(oneMore), side: "side_by_side", unrandomised: true, difference: null },
    ...{ winner: null, confidence: "inconclusive", reason: { code: "users_and_ratings_disagree" } },
  });
  expect(a.positive_rate).toMatchObject({ value: 0.8, low: expect.closeTo(0.67, 2) });
  expect(b.positive_rate).toMatchObject({ value: 0.4, n: 100 });
  // Of 100 independent thumbs it would be 0.31 to 0.50.
  expect(b.positive_rate.low).toBeLessThan(0.2);
  expect(b.positive_rate.high).toBeGreaterThan(0.65);
});
