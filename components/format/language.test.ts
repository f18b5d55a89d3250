import { expect, it } from "vitest";
import { formatLanguage } from "./language.ts";

it.each([
  ["de", "German (de)"],
  ["pt-BR", "Brazilian Portuguese (pt-BR)"],
  ["xx", "xx"],
  ["not a language", "not a language"],
  ["", ""],
])("%j is %j", (code, words) => expect(formatLanguage(code)).toBe(words));
