import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadTexts } from "../embed/languages.ts";
import * as exported from "../index.ts";
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
import { germanTexts } from "./german.ts";
import { japaneseTexts } from "./japanese.ts";
import type { Texts } from "./texts.ts";

/** What beside the dictionaries is in their folder. */
const OTHERS = ["refusal-words.ts", "texts.ts"];

const languages = globSync("*.ts", { cwd: import.meta.dirname })
  .filter((file) => !OTHERS.includes(file) && !file.endsWith(".test.ts"))
  .map((file) => `${basename(file, ".ts")}Texts`);

/** Each by its file's name, as it is exported. */
const dictionaries = new Map<string, Texts>(
  await Promise.all(
    languages.map(async (name): Promise<[string, Texts]> => {
      const file = join(import.meta.dirname, `${name.replace(/Texts$/, "")}.ts`);
      return [name, (await import(file))[name]];
    }),
  ),
);

/** The direction of a language's script, as Unicode has it. */
function directionOf(tag: string): string {
  const locale = new Intl.Locale(tag) as Intl.Locale & { getTextInfo(): { direction: string } };
  return locale.getTextInfo().direction;
}

it("has each language in the package, in embed.js and in the documentation", async () => {
  const ofPackage = Object.keys(exported).filter((name) => name.endsWith("Texts"));
  expect(ofPackage.toSorted()).toEqual(["englishTexts", ...languages].toSorted());
  const documented = readFileSync("docs/embedding.md", "utf8");
  for (const [name, texts] of dictionaries) {
    expect(Reflect.get(exported, name)).toBe(texts);
    const ofElements = await new Promise((resolve) => {
      const ask = () => {
        const found = loadTexts(texts.language, ask);
        if (found) resolve(found);
      };
      ask();
    });
    expect(ofElements, `${texts.language} in embed/languages.ts`).toBe(texts);
    expect(documented).toContain(name);
  }
});

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

describe.each([...dictionaries])("%s", (_, texts) => {
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
    expect(texts.direction).toBe(directionOf(texts.language));
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
