import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { decayedRate } from "./decayed-rate.ts";

describe("decayedRate", () => {
  it("is the plain rate when all ratings are of today", () => {
    const found = decayedRate([{ ageDays: 0, up: 81, down: 182 }], 7);
    const plain = rate(81, 263);
    expect(found.n).toBeCloseTo(263, 9);
    expect(found.value).toBeCloseTo(plain.value ?? 0, 12);
    expect(found.low).toBeCloseTo(plain.low ?? 0, 12);
  });

  it("counts a rating of one half-life half", () => {
    // (1·1 + ½·0) / (1 + ½), with n = (1 + ½)² / (1 + ¼).
    const found = decayedRate(
      [
        { ageDays: 0, up: 1, down: 0 },
        { ageDays: 7, up: 0, down: 1 },
      ],
      7,
    );
    expect(found.value).toBeCloseTo(2 / 3, 12);
    expect(found.n).toBeCloseTo(1.8, 12);
  });

  it("has no fewer than the ratings of one age, however old: their weights are the same", () => {
    expect(decayedRate([{ ageDays: 70, up: 3, down: 1 }], 7)).toMatchObject({ n: 4 });
  });

  it("forgets in the end", () => {
    const found = decayedRate(
      [
        { ageDays: 0, up: 10, down: 0 },
        { ageDays: 365, up: 0, down: 1_000 },
      ],
      7,
    );
    expect(found.value).toBeCloseTo(1, 9);
  });

  it("says insufficient_data of no rating", () => {
    expect(decayedRate([], 7)).toMatchObject({ value: null, reason: "insufficient_data" });
  });
});
