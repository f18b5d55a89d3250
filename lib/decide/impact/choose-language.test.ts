import { expect, it } from "vitest";
import { acceptedLanguages, chooseLanguage } from "./choose-language.ts";

it.each<[there: string[], wanted: string[], expected: string | null]>([
  [["en", "de"], ["de"], "de"],
  [["en", "de"], ["de-AT"], "de"],
  [["en", "de-AT"], ["DE-at"], "de-AT"],
  [["en", "de-AT"], ["de"], null],
  [["en", "zh-Hant"], ["zh-Hant-TW"], "zh-Hant"],
  [["zh"], ["zh-Hant-x-private"], "zh"],
  [["en", "de"], ["fr", "de", "en"], "de"],
  [["en"], ["fr"], null],
  [["en"], [], null],
  [[], ["en"], null],
  [["en"], ["no language"], null],
])("of %j, who wants %j gets %j", (there, wanted, expected) => {
  expect(chooseLanguage(there, wanted)).toBe(expected);
});

it.each<[string | null, string[]]>([
  [null, []],
  ["", []],
  ["*", []],
  ["de", ["de"]],
  ["de-AT, de;q=0.9, en;q=0.8", ["de-AT", "de", "en"]],
  ["en;q=0.2, fr;Q=0.7, de", ["de", "fr", "en"]],
  ["en;q=0, de;q=nonsense, fr", ["fr"]],
  ["<b>, en", ["en"]],
  [
    Array.from({ length: 50 }, (_, at) => `l${at}`).join(","),
    Array.from({ length: 20 }, (_, at) => `l${at}`),
  ],
])("%j wants %j", (header, expected) => {
  expect(acceptedLanguages(header)).toEqual(expected);
});
