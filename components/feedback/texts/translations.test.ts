import { describe, expect, it } from "vitest";
import { arabicTexts } from "./arabic.ts";
import { chineseTexts } from "./chinese.ts";
import { englishAnnotations } from "./english/annotations.ts";
import { englishBar } from "./english/bar.ts";
import { englishComment } from "./english/comment.ts";
import { englishDetails } from "./english/details.ts";
import { englishEditor } from "./english/editor.ts";
import { englishTexts } from "./english/english-texts.ts";
import { englishImpact } from "./english/impact.ts";
import { englishOutcomes } from "./english/outcomes.ts";
import { englishStars } from "./english/stars.ts";
import { frenchTexts } from "./french.ts";
import { germanTexts } from "./german.ts";
import { japaneseTexts } from "./japanese.ts";
import { portugueseTexts } from "./portuguese.ts";
import { spanishTexts } from "./spanish.ts";
import type { Texts } from "./texts.ts";

const dictionaries: Texts[] = [
  germanTexts,
  spanishTexts,
  frenchTexts,
  portugueseTexts,
  japaneseTexts,
  chineseTexts,
  arabicTexts,
];

/** All texts of a dictionary by path, such as `categories.other` and `starNames.0`. */
function flat(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key));
}

const english = new Map(flat(englishTexts));
/** Refusals beyond the English ones replace the server's own English messages. */
const isRefusal = (path: string) => path.startsWith("refusals.");
const placeholders = (text = "") => (text.match(/\{\w+\}/g) ?? []).sort();

/** Texts that are the same in English and another language on purpose. */
const SAME = new Set(["direction"]);

describe.each(dictionaries.map((texts) => [texts.language, texts] as const))("%s", (_, texts) => {
  const own = new Map(flat(texts));

  it("has all texts that English has, and no others", () => {
    const paths = [...own.keys()].filter((path) => english.has(path) || !isRefusal(path));
    expect(paths.sort()).toEqual([...english.keys()].sort());
    expect(texts.starNames).toHaveLength(englishTexts.starNames.length);
  });

  it.each([...english.keys()])("%s", (path) => {
    const text = own.get(path) ?? "";
    expect(text.trim()).toBe(text);
    expect(text).not.toBe("");
    expect(placeholders(text)).toEqual(placeholders(english.get(path)));
    if (!SAME.has(path)) expect(text).not.toBe(english.get(path));
  });

  it("has a language and a direction", () => {
    expect(Intl.getCanonicalLocales(texts.language)).toEqual([texts.language]);
    expect(texts.direction).toBe(texts.language === "ar" ? "rtl" : "ltr");
  });

  it("has texts for the same refusals as the others", () => {
    expect(Object.keys(texts.refusals)).toEqual(Object.keys(germanTexts.refusals));
    expect(Object.values(texts.refusals).filter((text) => text.trim() === "")).toEqual([]);
  });

  it("has different names, stars and choices", () => {
    expect(new Set(texts.starNames).size).toBe(texts.starNames.length);
    expect(new Set(Object.values(texts.categories)).size).toBe(Object.keys(texts.categories).length);
    expect(texts.thumbsUp).not.toBe(texts.thumbsDown);
  });
});

it("has one text per key, in whichever widget's file", () => {
  const widgets = [
    englishOutcomes,
    englishDetails,
    englishBar,
    englishComment,
    englishStars,
    englishEditor,
    englishAnnotations,
    englishImpact,
  ];
  expect(widgets.flatMap((words) => Object.keys(words)).sort()).toEqual(Object.keys(englishTexts).sort());
});

it.each([
  ["Japanese", japaneseTexts],
  ["Chinese", chineseTexts],
])("%s has the punctuation of its script", (_, texts) => {
  expect(flat(texts).filter(([, text]) => /[,;:?!()]/.test(text))).toEqual([]);
});

it.each([
  ["ja", japaneseTexts, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
  ["zh-Hans", chineseTexts, /\p{Script=Han}/u],
  ["ar", arabicTexts, /\p{Script=Arabic}/u],
])("%s is entirely written in its own script", (_, texts, script) => {
  const foreign = flat(texts).filter(
    ([path, text]) => !["language", "direction"].includes(path) && !script.test(text),
  );
  expect(foreign).toEqual([]);
});
