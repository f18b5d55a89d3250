import { expect, it } from "vitest";
import { type KnownTheme, type MatchedTheme, matchThemes } from "./match-themes.ts";

const theme = (words: string, textIds: string, more: Partial<MatchedTheme> = {}): MatchedTheme => ({
  ...{ voice: "said", language: "en", textIds: textIds.split("") },
  terms: words
    .split(" ")
    .filter(Boolean)
    .map((term) => ({ term, weight: 1 })),
  ...more,
});
const known = (themeId: string, ...rest: Parameters<typeof theme>): KnownTheme => ({
  themeId,
  ...theme(...rest),
});

it.each<[string, MatchedTheme[], KnownTheme[], (string | null)[]]>([
  ["the same words, other texts", [theme("too long", "xyz")], [known("a", "too long", "abc")], ["a"]],
  ["the same texts, other words", [theme("wordy", "abcd")], [known("a", "too long", "abc")], ["a"]],
  ["neither", [theme("wordy", "xyz")], [known("a", "too long", "abc")], [null]],
  [
    "another language",
    [theme("too long", "abc", { language: "de" })],
    [known("a", "too long", "abc")],
    [null],
  ],
  ["another voice", [theme("too long", "abc", { voice: "edit" })], [known("a", "too long", "abc")], [null]],
  [
    "a split: the larger part goes on",
    [theme("long", "gh"), theme("long", "abcdef")],
    [known("a", "long", "abcdefgh")],
    [null, "a"],
  ],
  [
    "two that become one: it goes on as the larger",
    [theme("long wordy", "abcdefgh")],
    [known("small", "wordy", "gh"), known("large", "long", "abcdef")],
    ["large"],
  ],
  [
    "two at once, each its own",
    [theme("long", "abc"), theme("long wrong", "def")],
    [known("b", "wrong long", "def"), known("a", "long", "abc")],
    ["a", "b"],
  ],
  ["nothing known", [theme("long", "abc")], [], [null]],
])("matches %s", (_, found, earlier, ids) => expect(matchThemes(found, earlier)).toEqual(ids));
