import { expect, it } from "vitest";
import { plainTextFault } from "./plain-text.ts";

it.each([
  "Refunds now name the postage.",
  "Antworten sind kürzer & nennen 3 < 5 Quellen",
  "Two\nlines, with “quotes”, (parentheses) and [brackets].",
  "回答がより簡潔になりました。",
  "الإجابات أقصر الآن.",
  "a * b * c, snake_case_name, #1",
])("%s is plain", (text) => {
  expect(plainTextFault(text)).toBeNull();
});

it.each([
  ["Now <b>shorter</b>", "must be plain text, but has HTML: “<b>”"],
  ["</p>", "HTML"],
  ["<!-- note -->", "HTML"],
  ["Fish &amp; chips", "an HTML entity: “&amp;”"],
  ["&#60;b&#62;", "an HTML entity"],
  ["See [the notes](https://example.com)", "a Markdown link: “[the notes](https://example.com)”"],
  ["![image](a.png)", "a Markdown link"],
  ["See [the notes][1]", "a Markdown link"],
  ["**Shorter** answers", "Markdown emphasis: “**Shorter**”"],
  ["Use `code`", "Markdown code"],
  ["# News", "a Markdown heading"],
  ["bell\u0007", "must not contain control characters"],
  ["tab\there", "must not contain control characters"],
  ["right \u202e left", "must not contain bidirectional control characters"],
  ["half \ud800", "must not contain unpaired surrogates"],
  ["30% better", "must not claim a number in per cent"],
  ["Besser um 30 %", "must not claim a number in per cent"],
  ["٣٠٪", "must not claim a number in per cent"],
])("%j is refused by name", (text, expected) => {
  expect(plainTextFault(text)).toContain(expected);
});
