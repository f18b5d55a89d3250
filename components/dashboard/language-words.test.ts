import { expect, it } from "vitest";
import { languageWords } from "./language-words.ts";

it.each([
  ["de", "German (de)"],
  ["pt-BR", "Brazilian Portuguese (pt-BR)"],
  ["xx", "xx"],
  ["not a language", "not a language"],
  ["", ""],
])("%j is %j", (code, words) => expect(languageWords(code)).toBe(words));
