import { describe, expect, it } from "vitest";
import { splitLines, splitSentences, unwrap } from "./sentences.ts";

describe("sentencesOf", () => {
  it.each([
    ["one sentence", "It rained.", ["It rained."]],
    ["keeps a title with its name", "Dr. Ito came. She left.", ["Dr. Ito came.", "She left."]],
    ["keeps decimals", "It rose 4.2 % this year. Good.", ["It rose 4.2 % this year.", "Good."]],
    [
      "keeps who asked with the question",
      "“Why?” she asked. Nobody knew.",
      ["“Why?” she asked.", "Nobody knew."],
    ],
    ["text without a full stop", "no end", ["no end"]],
    ["Chinese", "今天下雨。明天晴。", ["今天下雨。", "明天晴。"]],
    ["nothing but space", "  \n ", []],
  ])("%s", (_, text, sentences) => expect(splitSentences(text)).toEqual(sentences));
});

describe("unwrap", () => {
  it.each([
    [
      "joins what was broken at the margin",
      "The council met on Tuesday and spoke for hours about\nthe bridge.\nThen it rained.",
      ["The council met on Tuesday and spoke for hours about the bridge.", "Then it rained."],
    ],
    ["leaves short lines apart", "Hello,\nthe lid broke.", ["Hello,", "the lid broke."]],
    [
      "leaves what an empty line parts",
      `${"A heading that is rather long but still a heading"} x\n\nText.`,
      ["A heading that is rather long but still a heading x", "Text."],
    ],
    [
      "leaves list items apart",
      "- an item that goes on for quite a while without a stop\n- another",
      ["- an item that goes on for quite a while without a stop", "- another"],
    ],
  ])("%s", (_, text, lines) => expect(unwrap(text)).toEqual(lines));
});

describe("linesOf", () => {
  it.each([
    [
      "a heading, prose and items",
      "## Summer hours\n\nWe open later.\n- From 10 to 18\n2. Closed on Sundays",
      [
        { kind: "heading", sentences: ["Summer hours"] },
        { kind: "prose", sentences: ["We open later."] },
        { kind: "item", sentences: ["From 10 to 18"] },
        { kind: "item", sentences: ["Closed on Sundays"] },
      ],
    ],
    ["a last line is no heading", "Only this", [{ kind: "prose", sentences: ["Only this"] }]],
  ])("%s", (_, text, lines) => expect(splitLines(text)).toEqual(lines));
});
