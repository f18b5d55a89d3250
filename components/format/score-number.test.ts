import { expect, it } from "vitest";
import { formatScoreNumber } from "./score-number.ts";
import { formatPoints, formatSigned } from "./signed.ts";

it.each([
  [0, "0.00"],
  [5.1, "5.10"],
  [0.7312, "0.73"],
  [0.0757, "0.076"],
  [0.000441, "0.0004"],
  [87.3456, "87.35"],
  [12_534.4, "12,534"],
  [-1.234, "-1.23"],
])("%d is read as %s", (value, words) => expect(formatScoreNumber(value)).toBe(words));

it.each([
  [0.415, "+0.42"],
  [-0.334, "−0.33"],
  [0, "0.00"],
  [0.00001, "0"],
])("a difference of %d is read as %s", (value, words) => expect(formatSigned(value)).toBe(words));

it.each([
  [0.0321, "+3.2"],
  [-0.004, "−0.4"],
  [0.0004, "0.0"],
  [-0.0004, "0.0"],
])("a difference of %d is %s points", (difference, words) => expect(formatPoints(difference)).toBe(words));
