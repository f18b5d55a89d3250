import { expect, it } from "vitest";
import { formatHours } from "./hours.ts";

it.each([
  [0, "0 min"],
  [0.5, "30 min"],
  [1, "1 h"],
  [47, "47 h"],
  [60, "2.5 days"],
  [312, "13 days"],
  [336, "2.0 weeks"],
  [640, "3.8 weeks"],
])("%d hours are %s", (hours, words) => expect(formatHours(hours)).toBe(words));
