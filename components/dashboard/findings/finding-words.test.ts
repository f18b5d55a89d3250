import { describe, expect, it } from "vitest";
import { findFindings, type RatePair } from "#lib/decide/findings/index.ts";
import { rate } from "#lib/domain/rate.ts";
import { findingWords, nothingWords, scopeFilters } from "./finding-words.ts";

const found = (more: Partial<RatePair>) => {
  const [finding] = findFindings([
    {
      ...{ kind: "model" as const, scope: { feature: "support", model: "fern-8b" }, answers: 40 },
      ...{ against: { feature: "support", model: "atlas-mini" }, own: rate(4, 16), other: rate(71, 100) },
      ...{ doubtful: false, ...more },
    },
  ]).findings;
  if (!finding) throw new Error("Nothing was found.");
  return findingWords(finding, "previous");
};

describe("findingWords", () => {
  it("says of models who is worse, by how much and how sure that is", () =>
    expect(found({})).toEqual({
      sentence: "Answers by fern-8b in support are rated 46 points below those by atlas-mini.",
      evidence: "25.0% (n = 16) positive, against 71.0% (n = 100) · 95% interval −62.8 to −19.7 points",
    }));

  it("says of versions which is better, and that it may be who rated", () =>
    expect(
      found({
        ...{ kind: "prompt_version", scope: { promptTemplate: "reply", promptVersion: "v3" } },
        ...{ against: { promptTemplate: "reply", promptVersion: "v2" }, own: rate(190, 200), doubtful: true },
      }),
    ).toEqual({
      sentence: "Answers with reply v3 are rated 24 points above those with v2.",
      evidence: expect.stringMatching(/ points · uncertain, because response rates differ$/),
    }));

  it("says of a period that it fell", () =>
    expect(
      found({ kind: "period", against: null, own: rate(400, 1_000), other: rate(480, 1_000) }).sentence,
    ).toBe("The positive rate of fern-8b in support fell by 8.0 points against the previous period."));
});

it.each([
  [null, /too many answers/],
  [0, /too few ratings/],
  [1, /^One pair of .* was compared/],
  [1_200, /^1,200 pairs of .* were compared/],
])("says of %s comparisons why nothing was found", (compared, words) =>
  expect(nothingWords(compared)).toMatch(words),
);

it("filters by what a scope names, and by nothing else", () =>
  expect(scopeFilters({ promptTemplate: "reply", promptVersion: "v3" })).toEqual({
    prompt_template: "reply",
    prompt_version: "v3",
  }));
