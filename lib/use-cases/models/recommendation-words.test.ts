import { expect, it } from "vitest";
import { reasonWords, warningWords } from "./recommendation-words.ts";

const points = { value: 0.052, low: -0.01, high: 0.114, n: 900, p: 0.2 };
const model = "m-large";
const own = { value: 0.4, n: 100, low: 0.3, high: 0.5 };
const current = { value: 0.2, n: 100, low: 0.1, high: 0.3 };

it.each([
  [{ code: "one_model", model: null, experiment: null }, /^No model answered/],
  [{ code: "one_model", model, experiment: null }, /^Only “m-large” answered .* in the last 28 days/],
  [
    { code: "one_model", model, experiment: "pair" },
    /^Only “m-large” has answered in the experiment “pair” so far/,
  ],
  [{ code: "too_few_ratings", model, ratings: 1_234, users: 9 }, /1,234 thumbs from 9 users; 30 from 10/],
  [{ code: "sample_ratio_mismatch", p: 0.00001234 }, /p = 0\.00001/],
  [{ code: "response_rates_differ", model, own, current }, /^40% of the users of “m-large” rate, and 20%/],
  [
    { code: "surely_better", model, difference: points },
    /significantly better.*: \+5\.2 points \(−1\.0 to \+11\.4\)\.$/,
  ],
  [{ code: "surely_worse", model, difference: points }, /worse than the current model/],
  [{ code: "surely_not_worse", model, difference: points }, /at most 3 points worse/],
  [{ code: "no_gain", model, difference: points }, /neither cheaper nor faster by 10%/],
  [{ code: "not_sure_yet", model, difference: points, users: 1_500 }, /About 1,500 more users/],
  [{ code: "not_sure_yet", model, difference: points, users: null }, /\+11\.4\)\.$/],
  [{ code: "cheaper", model, difference: points }, /costs less: \+5\.2% \(−1\.0 to \+11\.4\)/],
  [{ code: "faster", model, difference: points }, /takes less time/],
  [{ code: "costs_more", model, difference: points }, /costs more: .*up to \+10% is accepted/],
  [{ code: "slower", model, difference: points }, /takes longer: /],
  [{ code: "corrected_more", model, difference: points }, /correct answers of “m-large” more often/],
  [{ code: "keeps_less", model, difference: points }, /keep less/],
  [
    { code: "guardrail_worse", model, metric: "score:solved" },
    /“score:solved” is significantly worse with “m-large”/,
  ],
  [
    { code: "explained_by_mix", model, difference: points, sameMix: { ...points, value: 0.001 } },
    /looks better, .*with the same mix of cohorts the difference is \+0\.1 points/,
  ],
  [{ code: "little_in_common", model, inCommon: 0.2 }, /only 20% .*50% are needed/],
] as const)("says %o", (reason, words) => expect(reasonWords(reason)).toMatch(words));

it("says that older answers of the only model's feature were left out", () =>
  expect(reasonWords({ code: "one_model", model, experiment: null }, true)).toMatch(
    /^Only “m-large” is among the latest answers .* older ones are not compared/,
  ));

it.each([
  [{ code: "not_randomized" }, /not assigned to models at random/],
  [
    { code: "mix_differs", model, dimensions: ["segment", "language", "day"] },
    /mix of segments, languages, and days\.$/,
  ],
  [{ code: "one_after_the_other", model, distance: 1 }, /mostly answered on different days/],
  [{ code: "not_compared", model, metric: "cost" }, /cost of “m-large” is not compared/],
] as const)("warns %o", (warning, words) => expect(warningWords(warning)).toMatch(words));
