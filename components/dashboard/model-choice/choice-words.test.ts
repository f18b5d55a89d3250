import { expect, it } from "vitest";
import { choiceHeadline, guardWords, mixLabel, mostWords } from "./choice-words.ts";

it.each([
  ["switch", "m-large", "Switch to “m-large”"],
  ["keep", "m-small", "Keep “m-small”"],
  ["not_enough_data", null, "Not enough data"],
] as const)("says %s", (recommendation, model, words) =>
  expect(choiceHeadline({ recommendation, model })).toBe(words),
);

it.each([
  ["segment", "free", "Segments", "free"],
  ["day", "2026-11-30", "Days", "30 Nov"],
  ["weekday", "7", "Weekdays", "Sundays"],
  ["time_of_day", "0", "Times of day", "0–6 h"],
])("names a %s", (dimension, value, label, words) => {
  expect(mixLabel(dimension)).toBe(label);
  expect(mostWords({ dimension, most: { value, current: 0.3, candidate: 0.8 } })).toBe(
    `${words}: 30.0% of the current model's answers, 80.0% of this one's`,
  );
});

it("names no value where none may be named", () =>
  expect(mostWords({ dimension: "tenant", most: null })).toBe(null));

it.each([
  [{ state: "off" }, /^Off/],
  [{ state: "no_label" }, /no model has the production label/],
  [{ state: "idle" }, /recommends no switch/],
  [{ state: "not_randomized", model: "b" }, /“b”.*not by an experiment/],
  [{ state: "decided_otherwise", model: "b" }, /“b”.*experiment is paused or was decided otherwise/],
  [
    { state: "not_comparable", model: "b", metrics: ["cost", "latency"] },
    /“b”.*its cost and latency cannot be/,
  ],
  [{ state: "left_before", model: "b" }, /moved away from it before/],
  [{ state: "cooling_down", model: "b", until: "2026-12-14" }, /not before 14 Dec 2026/],
  [{ state: "holding", model: "b", runs: 2, needed: 3 }, /on 2 of 3 days/],
  [{ state: "switch", model: "b", runs: 3 }, /on 3 days in a row/],
] as const)("says of %o why the model is switched or not", (guard, words) =>
  expect(guardWords(guard)).toMatch(words),
);
