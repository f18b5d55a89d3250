import { describe, expect, it } from "vitest";
import { groupComments } from "./recurring-comments.ts";

const comments = (...texts: string[]) =>
  texts.map((text, index) => ({ interactionId: `answer-${index + 1}`, text }));
const told = (...texts: string[]) =>
  groupComments({ comments: comments(...texts), most: 5 }).map(({ text, count }) => [text, count]);

describe("recurringComments", () => {
  it.each([
    ["capitals and punctuation", ["Too long!", "too long", "TOO LONG..."]],
    ["spaces", ["too  long", "too long\n", " too long"]],
    ["order", ["the price is wrong", "wrong is the price", "price is the wrong"]],
    ["accents", ["déjà vu", "Deja vu", "DÉJÀ VU"]],
    ["a word more", ["the refund date is wrong", "the refund date is wrong again", "refund date is wrong"]],
    ["languages without spaces", ["文章太长了", "文章太长了。", "「文章太长了」"]],
  ])("treats comments as the same whatever their %s", (_, texts) => {
    expect(told(...texts)).toEqual([[texts[0], 3]]);
  });

  it("sorts by frequency and leaves out what only one comment says", () => {
    expect(told("wrong price", "too long", "too long", "nice try", "wrong price", "too long")).toEqual([
      ["too long", 3],
      ["wrong price", 2],
    ]);
  });

  it("separates comments with few words in common", () => {
    expect(told("the price is wrong", "the tone is wrong for us")).toEqual([]);
  });

  it.each([
    ["nothing", []],
    ["one comment", ["too long"]],
    ["comments without words", ["👎", "👎", "?!", "  "]],
  ])("finds nothing in %s", (_, texts) => expect(told(...texts)).toEqual([]));

  it("lists the answers, and no more groups than requested", () => {
    const given = comments("too long", "wrong price", "too long", "wrong price");
    expect(groupComments({ comments: given, most: 1 })).toEqual([
      { text: "too long", count: 2, interactionIds: ["answer-1", "answer-3"] },
    ]);
  });
});
