import { describe, expect, it } from "vitest";
import { anchor } from "./anchor.ts";
import { type PassageSelector, toSelector } from "./selector.ts";

/** The selector of the n-th occurrence of `words` in `text`. */
function selectorIn(text: string, words: string, nth = 1): PassageSelector {
  let start = -1;
  for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1);
  const selector = toSelector(text, { start, end: start + words.length });
  if (!selector) throw new Error("nothing selected");
  return selector;
}

/** The passage that the selector finds, in brackets: "a [b] c". */
function found(text: string, selector: PassageSelector): string | null {
  const span = anchor(text, selector);
  return span && `${text.slice(0, span.start)}⟦${text.slice(span.start, span.end)}⟧${text.slice(span.end)}`;
}

const plain = "The moon is made of cheese. The sun is made of fire. Both are round.";

describe("a passage is found", () => {
  it.each([
    [
      "where it was",
      plain,
      selectorIn(plain, "made of", 2),
      "The moon is made of cheese. The sun is ⟦made of⟧ fire. Both are round.",
    ],
    [
      "where it moved to",
      `Well. ${plain}`,
      selectorIn(plain, "cheese"),
      "Well. The moon is made of ⟦cheese⟧. The sun is made of fire. Both are round.",
    ],
    [
      "by what stands around it, of several",
      "The sun is made of fire. The moon is made of cheese.",
      selectorIn(plain, "made of", 2),
      "The sun is ⟦made of⟧ fire. The moon is made of cheese.",
    ],
    [
      "by what is left around it after an edit",
      "A moon is made of cheese. And the sun's body is made of fire and smoke.",
      selectorIn(plain, "made of", 2),
      "A moon is made of cheese. And the sun's body is ⟦made of⟧ fire and smoke.",
    ],
    [
      "nearest to where it was, where nothing around it tells",
      "no no no no no",
      { quote: { exact: "no" }, position: { start: 7, end: 9 } },
      "no no ⟦no⟧ no no",
    ],
    ["first, where nothing tells at all", "no no no", { quote: { exact: "no" } }, "⟦no⟧ no no"],
    [
      "where white space changed within it",
      "The moon\n  is made\tof\u00a0cheese.",
      selectorIn(plain, "moon is made of cheese"),
      "The ⟦moon\n  is made\tof\u00a0cheese⟧.",
    ],
    [
      "in text without white space, by what stands around it",
      "themoonismadeofcheese.thesunismadeoffire.",
      selectorIn("the moon is made of cheese. the sun is made of fire.", "made of", 2),
      "themoonismadeofcheese.thesunis⟦madeof⟧fire.",
    ],
    [
      "beside pairs of surrogates",
      "So 🙂🙂 – the 🚀 flies",
      selectorIn("🙂 the 🚀 flies", "the 🚀"),
      "So 🙂🙂 – ⟦the 🚀⟧ flies",
    ],
    [
      "in Japanese",
      "注：月はチーズでできています。太陽は火です。",
      selectorIn("月はチーズでできています。太陽は火です。", "チーズ"),
      "注：月は⟦チーズ⟧でできています。太陽は火です。",
    ],
    [
      "in Arabic",
      "ملاحظة: القمر مصنوع من الجبن.",
      selectorIn("القمر مصنوع من الجبن.", "من الجبن"),
      "ملاحظة: القمر مصنوع ⟦من الجبن⟧.",
    ],
  ])("%s", (_, text, selector, marked) => {
    expect(found(text, selector)).toBe(marked);
  });
});

const source = [
  "# The sky",
  "",
  "The **moon** is made of `green_cheese`, see [the *study*](https://example.com/a_b).",
  "",
  "1. It is *far*.",
  "2. It is cold.",
  "",
  "> - It is old.",
].join("\n");
const rendered = [
  "The sky",
  "The moon is made of green_cheese, see the study.",
  "It is far.",
  "It is cold.",
  "It is old.",
].join("\n");

describe("a passage selected in one is found in the other", () => {
  it.each([
    ["emphasis", "The **moon** is made", "The moon is made"],
    ["emphasis that the passage cuts", "moon** is made", "moon is made"],
    ["code", "of `green_cheese`", "of green_cheese"],
    ["a link", "see [the *study*](https://example.com/a_b)", "see the study"],
    ["list items", "It is *far*.\n2. It is cold.", "It is far.\nIt is cold."],
    ["a list in a quotation", "cold.\n\n> - It is old.", "cold.\nIt is old."],
    ["a heading", "# The sky", "The sky"],
  ])("with %s", (_, asSource, asRendered) => {
    const down = anchor(rendered, selectorIn(source, asSource));
    expect(down && rendered.slice(down.start, down.end)).toBe(asRendered);
    const up = anchor(source, selectorIn(rendered, asRendered));
    expect(up && anchor(rendered, selectorIn(source, source.slice(up.start, up.end)))).toEqual(down);
  });

  it("with a fenced block and a table", () => {
    const markdown = "```js\nlet x = 1;\n```\n\n| a | b |\n|---|---|\n| one | two |";
    expect(found("let x = 1;\na\nb\none\ntwo", selectorIn(markdown, "let x = 1;\n```\n\n| a"))).toBe(
      "⟦let x = 1;\na⟧\nb\none\ntwo",
    );
    expect(found("a\nb\none\ntwo", selectorIn(markdown, "b |\n|---|---|\n| one"))).toBe("a\n⟦b\none⟧\ntwo");
  });
});

describe("a passage is not found", () => {
  it.each([
    ["where it is gone", "The sun is hot.", selectorIn(plain, "cheese")],
    ["in nothing", "", selectorIn(plain, "cheese")],
    ["when its words changed", "The moon is made of cheddar cheese.", selectorIn(plain, "made of cheese")],
    ["when it is empty", "anything", { quote: { exact: "" }, position: { start: 0, end: 0 } }],
    ["when it is nothing but marks", "some `code`", { quote: { exact: "** __" } }],
  ])("%s", (_, text, selector) => {
    expect(anchor(text, selector)).toBeNull();
  });
});

/** Each row: the old text, the highlighted words, the current text, and what is highlighted in it. */
const edges: [string, string, string, string, string | null][] = [
  ["inside of a longer name", "const b = 1;", "const b", "const beta = 1;", null],
  ["behind another word", "an art form", "art", "a party form", null],
  ["in a longer number", "it costs 10 euros", "10", "it costs 100 euros", null],
  ["in a number with a fraction", "about 1 metre", "1", "about 1.5 metres", null],
  ["under an accent of its own", "drop e here", "e", "drop e\u0301 here", null],
  ["in a name with an underscore", "call user now", "user", "call user_id now", null],
  ["in a Japanese compound", "京に行く。", "京", "東京都民です。", null],
  [
    "elsewhere, where it is whole",
    "const b = 1;",
    "const b",
    "const beta = 1; const b = 2;",
    "const beta = 1; ⟦const b⟧ = 2;",
  ],
  ["where the cut word is the same", "a concatenation", "cat", "So a concatenation", "So a con⟦cat⟧enation"],
  ["where the cut word is another", "a concatenation", "cat", "a delicate thing", null],
  ["where the word is cut no more", "const beta = 1;", "const b", "const b = 1;", "⟦const b⟧ = 1;"],
  ["beside another mark", "Use it, now.", "it", "Use (it) – now.", "Use (⟦it⟧) – now."],
  [
    "between words of a text without spaces",
    "月はチーズです。",
    "チーズ",
    "星もチーズだった。",
    "星も⟦チーズ⟧だった。",
  ],
  ["where white space closed up around it", "the sun is hot", "sun", "thesunishot", "the⟦sun⟧ishot"],
];

describe("a word that contains the passage is not the passage", () => {
  it.each(edges)("%s", (_, before, words, now, marked) => {
    expect(found(now, selectorIn(before, words))).toBe(marked);
  });

  it("even at its old position, and without stored context", () => {
    const noted = { quote: { exact: "const b" }, position: { start: 0, end: 7 } };
    expect(anchor("const beta", noted)).toBeNull();
    expect(found("const b", noted)).toBe("⟦const b⟧");
  });

  it("prefers the same context to the same position", () => {
    const selector = selectorIn("a: no; b: no", "no", 2);
    expect(found("b: no; a: no; c: no", { ...selector, position: { start: 17, end: 19 } })).toBe(
      "b: ⟦no⟧; a: no; c: no",
    );
  });
});

it("finds a letter among a hundred thousand quickly", () => {
  const text = "the quick brown fox ".repeat(5_000);
  const started = performance.now();
  expect(anchor(text, { quote: { exact: "e", prefix: "th", suffix: " quick" } })).toEqual({
    start: 2,
    end: 3,
  });
  expect(performance.now() - started).toBeLessThan(2_000);
});
