import { describe, expect, it } from "vitest";
import { NO_COUNTS, summarise } from "./summary.ts";

describe("summarise", () => {
  it("takes the positive rate from thumbs alone and the mean from stars alone", () => {
    const summary = summarise(
      { ...NO_COUNTS, interactions: 40, rated: 10, thumbsUp: 3, thumbsDown: 1, stars: [0, 0, 0, 1, 1] },
      { latency: { 30: 2 } },
    );
    expect(summary.positive).toMatchObject({ value: 0.75, n: 4 });
    expect(summary.responseRate).toMatchObject({ value: 0.25, n: 40 });
    expect(summary.starMean).toEqual({ value: 4.5, n: 2 });
    expect(summary.latency).toEqual({ p50: 30, p95: 30, n: 2 });
  });

  it("says insufficient_data of nothing", () => {
    const summary = summarise(NO_COUNTS, {});
    for (const number of [summary.positive, summary.responseRate, summary.starMean]) {
      expect(number).toMatchObject({ value: null, n: 0, reason: "insufficient_data" });
    }
    expect(summary.latency).toEqual({ p50: null, p95: null, n: 0 });
  });
});
