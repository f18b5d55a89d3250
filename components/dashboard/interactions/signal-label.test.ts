import { expect, it } from "vitest";
import { signalKindSchema } from "#lib/domain/signal.ts";
import { signalLabel, signalValue } from "./signal-label.ts";

it("has words of its own for every signal", () => {
  const words = signalKindSchema.options.map((kind) => signalLabel[kind].words);
  expect(new Set(words).size).toBe(signalKindSchema.options.length);
});

it.each([
  ["dwell", 12.5, "12.5 s"],
  ["dwell", 0.25, "250 ms"],
  ["dwell", 125, "2 min 5 s"],
  ["dwell", -1, "value -1"],
  ["rephrase", 0.81234, "similarity 0.812"],
  ["copy", 3, "value 3"],
  ["abandon", 0, "value 0"],
] as const)("a %s of %s is “%s”", (signal, value, words) => expect(signalValue(signal, value)).toBe(words));
