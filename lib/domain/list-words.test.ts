import { expect, it } from "vitest";
import { listWords } from "./list-words.ts";

it.each([
  [["cost"], "and", "cost"],
  [["cost", "latency"], "and", "cost and latency"],
  [["tenant", "language", "segment"], "and", "tenant, language, and segment"],
  [["tenant", "language", "segment"], "or", "tenant, language, or segment"],
] as const)("lists %o with %s", (words, by, text) => expect(listWords(words, by)).toBe(text));
