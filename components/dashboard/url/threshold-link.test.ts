import { describe, expect, it } from "vitest";
import { formatThreshold, parseThreshold, thresholdChoices } from "./threshold-link.ts";

describe("thresholdOf", () => {
  it.each([
    [{}, 0.5],
    [{ threshold: "0.7" }, 0.7],
    [{ threshold: ".55" }, 0.55],
    [{ threshold: "0" }, 0.5],
    [{ threshold: "1" }, 0.5],
    [{ threshold: "70" }, 0.5],
    [{ threshold: "-0.2" }, 0.5],
    [{ threshold: "half" }, 0.5],
  ])("of %o is %d", (search, threshold) => expect(parseThreshold(search)).toBe(threshold));
});

it.each([
  [0.5, [0.4, 0.5, 0.6, 0.7, 0.8]],
  [0.55, [0.4, 0.5, 0.55, 0.6, 0.7, 0.8]],
])("beside %d are offered %o", (chosen, choices) => expect(thresholdChoices(chosen)).toEqual(choices));

it.each([
  [0.5, "50%"],
  [0.555, "55.5%"],
  [0.7, "70%"],
])("%d is %s", (threshold, words) => expect(formatThreshold(threshold)).toBe(words));
