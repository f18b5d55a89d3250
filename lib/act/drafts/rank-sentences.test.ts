import { describe, expect, it } from "vitest";
import { keySentences } from "./rank-sentences.ts";

const harbour = [
  "The harbour will close for repairs in March.",
  "A gull sat on a post.",
  "Repairs to the harbour wall cost two million.",
  "The harbour will close for repairs, in March.",
  "Lunch was late.",
];

describe("keySentences", () => {
  it.each([
    ["takes the sentence that says most", harbour, 1, [harbour[0]]],
    ["keeps the order of the text and passes over a repetition", harbour, 2, [harbour[0], harbour[2]]],
    ["weighs the earlier of equals higher", ["Cats purr.", "Dogs bark."], 1, ["Cats purr."]],
    ["gives fewer than asked for where the rest repeats", ["Cats purr.", "Cats purr."], 2, ["Cats purr."]],
    ["of nothing takes nothing", [], 3, []],
    ["takes sentences without words too", ["!!!"], 1, ["!!!"]],
  ])("%s", (_, sentences, count, chosen) => expect(keySentences(sentences, count)).toEqual(chosen));
});
