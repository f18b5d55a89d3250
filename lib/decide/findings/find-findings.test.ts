import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { besidesProblems, type Finding, findFindings, type RatePair } from "./find-findings.ts";

const pair = (name: string, own: [number, number], other: [number, number], answers = 100): RatePair => ({
  ...{
    kind: "model",
    scope: { feature: "support", model: name },
    against: { feature: "support", model: "a" },
  },
  ...{ own: rate(...own), other: rate(...other), answers, doubtful: false },
});
const names = (findings: readonly Finding[]) => findings.map(({ scope }) => scope.model);

describe("findFindings", () => {
  it("has nothing to say of nothing", () => expect(findFindings([])).toEqual({ findings: [], compared: 0 }));

  it("tells what is worse by harm, and then what is better", () => {
    const { findings, compared } = findFindings([
      pair("better", [95, 100], [60, 100]),
      pair("better for many", [95, 100], [60, 100], 5_000),
      pair("little", [40, 100], [80, 100], 200),
      pair("much", [50, 100], [80, 100], 1_000),
      pair("alike", [59, 100], [60, 100], 9_000),
    ]);
    expect(names(findings)).toEqual(["much", "little", "better for many", "better"]);
    expect(compared).toBe(5);
    expect(findings[0]?.harm).toBeCloseTo(300);
  });

  it("judges nothing by fewer than ten ratings", () =>
    expect(findFindings([pair("few", [0, 9], [90, 100])])).toEqual({ findings: [], compared: 0 }));

  it("needs more of one pair among many than of one alone", () => {
    const doubtful = pair("doubtful", [60, 100], [75, 100]);
    expect(names(findFindings([doubtful]).findings)).toEqual(["doubtful"]);
    const many = Array.from({ length: 40 }, (_, index) => pair(`${index}`, [70, 100], [70, 100]));
    expect(findFindings([doubtful, ...many]).findings).toEqual([]);
  });

  it("finds nothing in 90 of 100 weeks in which nothing changed, and leads with what changed", () => {
    const random = randomFrom(7);
    const drawn = (share: number, n: number): [number, number] => [
      Array.from({ length: n }, random).filter((one) => one < share).length,
      n,
    ];
    const week = (worse?: number) =>
      Array.from({ length: 20 }, (_, index) =>
        pair(`${index}`, drawn(index === worse ? 0.5 : 0.8, 120), drawn(0.8, 300)),
      );
    const quiet = Array.from({ length: 100 }, () => findFindings(week()).findings.length);
    expect(quiet.filter((count) => count === 0).length).toBeGreaterThanOrEqual(90);
    const led = Array.from({ length: 100 }, () => names(findFindings(week(11)).findings)[0]);
    expect(led.filter((name) => name === "11").length).toBeGreaterThanOrEqual(98);
  });
});

it("says nothing twice that a problem tells, but what is better", () => {
  const { findings } = findFindings([
    pair("worse", [40, 100], [80, 100]),
    pair("better", [95, 100], [60, 100]),
  ]);
  const besides = (...problems: Parameters<typeof besidesProblems>[1]) =>
    names(besidesProblems(findings, problems));
  expect(besides()).toEqual(["worse", "better"]);
  expect(besides({ feature: "support" })).toEqual(["better"]);
  expect(besides({ feature: "support", model: "worse", promptVersion: "v7" })).toEqual(["better"]);
  expect(besides({ feature: "other" }, { model: "better" })).toEqual(["worse", "better"]);
});
