import { expect, it } from "vitest";
import { mean, rate } from "#lib/domain/rate.ts";
import { formatExtremes } from "./comparison-extremes.ts";
import type { NamedRow } from "./comparison-row.ts";

const row = (name: string, more: Partial<NamedRow>): NamedRow =>
  ({
    name,
    responseRate: rate(0, 0),
    starMean: mean(0, 0),
    editKeptMean: mean(0, 0),
    latency: { p50: null, p95: null, n: 0 },
    costMean: mean(0, 0),
    ...more,
  }) as NamedRow;

it.each([
  ["nothing of nothing", [], ""],
  ["nothing of what is not known", [row("a", {})], ""],
  ["one figure where there is one", [row("a", { starMean: mean(9, 2) }), row("b", {})], "Stars: 4.50."],
  [
    "the lowest and the highest",
    [
      row("a", { responseRate: rate(10, 100) }),
      row("b", { responseRate: rate(30, 100) }),
      row("c", { responseRate: rate(20, 100) }),
    ],
    "Response rate from 10.0% (a) to 30.0% (b).",
  ],
])("says %s", (_, rows, words) => expect(formatExtremes(rows)).toBe(words));
