import { expect, it } from "vitest";
import { anyWord } from "./any-word.ts";

it.each([
  ["('late' & 'refund':*)", "'late' | 'refund':*"],
  ["'a' <-> 'b' & !'c'", "'a' | 'b'"],
  ["'it''s' | 'x\\\\y'", "'it''s' | 'x\\\\y'"],
  ["!'c'", ""],
  ["", ""],
])("for %j, any word of %j is marked", (query, any) => {
  expect(anyWord(query)).toBe(any);
});
